// A card that somebody may want to keep is copied or shared in words (data-copies, data-shares), or printed.
// What this browser cannot do is not offered: without this script the words stand there.
"use strict";

const keeping = (() => {
  const near = "[data-kept], .sheet";

  function wordsOf(button) {
    const card = button.closest(near);
    const title = card.querySelector("h1, .sheet-title").textContent.trim();
    const lines = [...card.querySelectorAll("dl > div")].map((line) => {
      const [label, value] = ["dt", "dd"].map((name) => line.querySelector(name).textContent.trim());
      return `${label}: ${value}`;
    });
    return { title, text: [title, ...lines].join("\n") };
  }

  function offer(copy, share) {
    if (copy) copy.hidden = !navigator.clipboard;
    if (share) share.hidden = !navigator.share;
  }

  document.addEventListener("click", async ({ target }) => {
    const copy = target.closest("[data-copies]");
    const share = target.closest("[data-shares]");
    if (copy) {
      await navigator.clipboard.writeText(wordsOf(copy).text);
      copy.textContent = copy.dataset.done;
    }
    // closing the sheet again is no fault
    if (share) navigator.share(wordsOf(share)).catch(() => {});
    if (target.closest("[data-prints]")) window.print();
  });
  for (const card of document.querySelectorAll(near)) {
    offer(card.querySelector("[data-copies]"), card.querySelector("[data-shares]"));
    const print = card.querySelector("[data-prints]");
    if (print) print.hidden = false;
  }

  return { offer };
})();
