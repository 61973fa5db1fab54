// Share a page by the sheet of the device where there is one, and copy its address by a button.
// Without this script the links and the address itself are there.
"use strict";

const sheet = document.querySelector("[data-share]");
const touch = window.matchMedia("(pointer: coarse)").matches;

if (sheet && navigator.share && touch) {
  sheet.addEventListener("click", (event) => {
    event.preventDefault();
    const about = { title: sheet.dataset.title, url: sheet.dataset.share };
    // closing the sheet again is no fault; if there is none after all, the links are shown
    navigator.share(about).catch((fault) => {
      if (fault.name !== "AbortError") sheet.parentElement.open = true;
    });
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    // a secret stands on a page once: its button names where
    const { copy, of } = button.dataset;
    await navigator.clipboard.writeText(of ? document.getElementById(of).value : copy);
    button.textContent = button.dataset.done;
  });
}

for (const menu of document.querySelectorAll("details.share")) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
