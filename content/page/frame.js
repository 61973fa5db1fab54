// What stands around the conversation: the menu, the keyboard of a phone, what is half typed, and the voice.
"use strict";

const frame = (() => {
  const $ = (id) => document.getElementById(id);
  const menu = $("menu");

  // ---- The menu closes as people expect ---------------------------------------------------------------------------

  function closeMenu() {
    const held = menu.contains(document.activeElement);
    menu.open = false;
    if (held) menu.querySelector("summary").focus({ preventScroll: true });
  }

  if (menu) {
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) closeMenu();
    });
    document.addEventListener("pointerdown", (event) => {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
    menu.querySelector('[action="/chat/weg"]')?.addEventListener("submit", () => outbox.forget());
  }

  // ---- The keyboard of a phone covers the page where the browser does not shrink it --------------------------------

  function clearKeyboard() {
    const seen = visualViewport;
    const hidden = seen.scale > 1.01 ? 0 : innerHeight - seen.height - seen.offsetTop;
    $("end")?.style.setProperty("--keyboard", `${Math.max(0, Math.round(hidden))}px`);
  }

  if (window.visualViewport) {
    visualViewport.addEventListener("resize", clearKeyboard);
    visualViewport.addEventListener("scroll", clearKeyboard);
  }

  // ---- Half-typed text, and how much room is left for it ------------------------------------------------------------

  const box = $("text");
  const room = $("room");
  const NEAR = 100;
  const NEARLY = 0.15;
  let longest = Number($("composer")?.dataset.longest);

  function showRoom() {
    const used = box.value.trim().length;
    room.hidden = !longest || longest - used > Math.min(NEAR, longest * NEARLY);
    room.classList.toggle("over", used > longest);
    if (room.hidden) return;
    const text = used > longest ? room.dataset.over : room.dataset.left;
    room.textContent = text.replace("%1", Math.abs(longest - used));
  }

  function typed() {
    outbox.keep({ draft: box.value });
    showRoom();
  }

  if (box) {
    if (!box.value) box.value = outbox.kept().draft || "";
    box.addEventListener("input", typed);
    showRoom();
  }

  // ---- A picture that is dropped or pasted is sent; where none is taken, that is said --------------------------------

  const nofile = $("nofile");
  // a text processor hands over a picture beside the text: the text is what is meant
  function brings(event) {
    const kinds = [...((event.clipboardData || event.dataTransfer)?.types || [])];
    return kinds.includes("Files") && !kinds.includes("text/plain");
  }

  if (nofile) {
    for (const kind of ["dragover", "drop", "paste"]) {
      addEventListener(kind, (event) => {
        if (!brings(event)) return;
        event.preventDefault();
        if (!files.takes()) nofile.hidden = kind === "dragover" && nofile.hidden;
        else if (kind !== "dragover") files.take((event.clipboardData || event.dataTransfer).files);
      });
    }
    box.addEventListener("input", () => { nofile.hidden = true; });
  }

  // ---- How far one is, the way back, and what it is about ---------------------------------------------------------

  const standing = $("standing");
  const step = $("step");

  function showStanding({ step: at, back = false, longest: most = 0, about = 0 } = {}) {
    longest = most;
    showRoom();
    step.hidden = !at;
    $("back").hidden = !back;
    standing.hidden = !at && !back;
    if (at) {
      step.querySelector("label").textContent = step.dataset.words.replace("%1", at[0]).replace("%2", at[1]);
      $("bar").max = at[1];
      $("bar").value = at[0];
    }
    showAbout(about);
  }

  async function showAbout(number) {
    const about = $("about");
    if (Number(about.dataset.about) === number) return;
    about.dataset.about = number;
    about.hidden = true;
    if (!number) return;
    try {
      const answer = await fetch(`/chat/over/${number}`);
      if (!answer.ok || Number(about.dataset.about) !== number) return;
      const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
      about.replaceChildren(...shown.body.childNodes);
      about.hidden = false;
    } catch { /* it is beside the matter */ }
  }

  // ---- Read aloud, where the browser has a voice for this language --------------------------------------------------

  const button = $("aloud");
  const language = document.documentElement.lang;
  const voice = () => speechSynthesis.getVoices().find((one) => one.lang.toLowerCase().startsWith(language));

  function offer() {
    button.hidden = !voice();
  }

  function aloud(text) {
    if (button.getAttribute("aria-pressed") !== "true" || !text) return;
    const speech = new SpeechSynthesisUtterance(text);
    speech.voice = voice();
    speech.lang = language;
    speechSynthesis.speak(speech);
  }

  if (window.speechSynthesis && button) {
    offer();
    speechSynthesis.addEventListener("voiceschanged", offer);
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      speechSynthesis.cancel();
      const said = document.querySelectorAll(".theirs");
      if (on && said.length) aloud([...said[said.length - 1].querySelectorAll("p")].map((one) => one.textContent).join("\n"));
    });
  }

  return { aloud, closeMenu, showStanding, typed };
})();
