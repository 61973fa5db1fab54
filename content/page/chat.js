// The conversation without reloading. The page works without this file: forms post, pages come back.
"use strict";

(() => {
  const log = document.getElementById("log");
  const composer = document.getElementById("composer");
  if (!log || !composer || !window.EventSource || !window.fetch) return;

  const choices = document.getElementById("choices");
  const typing = document.getElementById("typing");
  const lost = document.getElementById("lost");
  const box = composer.elements.text;
  const words = log.dataset;
  const byMouse = matchMedia("(pointer: fine)").matches;
  let last = Number(words.last);
  let rev = words.rev;
  let underway = 0;
  let sending = Promise.resolve();
  let ended = false;

  // Numbers that tell a form that is sent twice from two forms.
  const nonce = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

  // ---- Show -------------------------------------------------------------------------------------------------------

  function showMine(text, name) {
    const element = bubbles.mine(text);
    element.dataset.nonce = name;
    log.append(element);
    return element;
  }

  const shownAs = (name) => [...log.children].find((element) => element.dataset.nonce === name);

  function showTheirs(message) {
    const element = bubbles.theirs(message);
    if (!element) return;
    log.append(element);
    aloud(message.text || "");
  }

  function showChoices({ options = [], open = false }) {
    for (const button of choices.querySelectorAll("button")) button.remove();
    for (const [code, label] of options) {
      const button = document.createElement("button");
      button.className = "choice";
      button.name = "choice";
      button.value = code;
      button.textContent = label;
      choices.append(button);
    }
    choices.hidden = !options.length;
    choices.toggleAttribute("data-open", open);
  }

  // To the end, but never past the beginning of what was said last: a long message is read from its top.
  function toEnd(how = "auto") {
    const newest = log.lastElementChild;
    const top = newest ? newest.getBoundingClientRect().top + window.scrollY - 16 : 0;
    window.scrollTo({ top, behavior: how });
  }

  // A message may come by the stream and with the answer to a post: its number tells which comes first.
  function hear(message) {
    if (message.seq && message.seq <= last) return;
    last = message.seq || last;
    rev = message.rev || rev;
    if (message.mine && !shownAs(message.mine.nonce)) showMine(message.mine.text, message.mine.nonce);
    const pressed = choices.contains(document.activeElement);
    showTheirs(message);
    if (message.rev || !message.seq) showChoices(message); // a notice leaves the open question as it is
    typing.hidden = true;
    if (!message.seq) end();
    if (pressed) focusNext();
    toEnd();
  }

  // Where a text is asked for, it is typed first: the buttons beside it are one step back.
  const toType = () => !ended && byMouse && (choices.hidden || "open" in choices.dataset);

  function focusNext() {
    if (toType()) box.focus({ preventScroll: true });
    else if (!choices.hidden) choices.focus({ preventScroll: true });
  }

  function end() {
    ended = true;
    close();
    composer.parentElement.hidden = true;
  }

  // ---- Send -------------------------------------------------------------------------------------------------------

  function say(fields, text) {
    const name = nonce();
    const shown = showMine(text, name);
    const post = { ...fields, nonce: name };
    sending = sending.then(() => deliver(post, shown));
    toEnd();
  }

  async function deliver(post, shown) {
    underway += 1;
    typing.hidden = false;
    toEnd();
    try {
      const answer = await posted(post, shown);
      const told = await answer.json();
      if (!answer.ok) return failed(post, shown, told.error);
      told.events.forEach(hear);
    } catch {
      failed(post, shown, words.lost);
    } finally {
      underway -= 1;
      typing.hidden = underway === 0 || typing.hidden;
    }
  }

  // Where it is very busy, the same is sent again by itself after a while: people come back at different moments.
  async function posted(post, shown) {
    for (let tries = 1; ; tries += 1) {
      const body = new URLSearchParams({ ...post, na: last });
      const answer = await fetch("/chat", { method: "POST", headers: { Accept: "application/json" }, body });
      if (answer.status !== 503 || tries === 6) return answer;
      const line = document.createElement("p");
      line.className = "unsent";
      line.append(words.busy);
      shown.after(line);
      toEnd();
      const seconds = Number(answer.headers.get("Retry-After")) || 5;
      await new Promise((done) => setTimeout(done, seconds * 1000 * (1 + Math.random())));
      line.remove();
    }
  }

  // The same number goes along when it is sent again: nothing arrives twice.
  function failed(post, shown, reason) {
    const line = document.createElement("p");
    line.className = "unsent";
    const again = document.createElement("button");
    again.className = "quiet";
    again.textContent = words.again;
    again.addEventListener("click", () => {
      line.remove();
      sending = sending.then(() => deliver(post, shown));
      box.focus({ preventScroll: true });
    });
    line.append(reason || words.lost, again);
    shown.after(line);
    toEnd();
  }

  composer.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text) return;
    box.value = "";
    say({ text, seen: rev }, text);
    if (byMouse) box.focus({ preventScroll: true });
  });

  choices.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (!button) return;
    say({ choice: button.value, seen: rev }, button.textContent);
    choices.focus({ preventScroll: true });
    for (const other of choices.querySelectorAll("button")) other.hidden = true;
  });

  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !byMouse) return;
    event.preventDefault();
    composer.requestSubmit();
  });

  // ---- Listen -----------------------------------------------------------------------------------------------------

  let source = null;
  let later = 0;
  let notice = 0;
  let wait = 2000;

  function open() {
    if (source || ended) return;
    source = new EventSource(`/chat/stream?na=${last}`);
    source.onopen = () => {
      wait = 2000;
      clearTimeout(notice);
      notice = 0;
      lost.hidden = true;
    };
    source.onmessage = (event) => hear(JSON.parse(event.data));
    // There are too many tabs: a newer one listens now. This one looks again after a while.
    source.addEventListener("later", (event) => {
      close();
      later = setTimeout(open, Number(event.data) * 1000);
    });
    source.onerror = () => {
      notice = notice || setTimeout(() => { lost.hidden = false; }, 3000);
      if (source && source.readyState === EventSource.CLOSED) {
        close();
        later = setTimeout(open, wait);
        wait = Math.min(wait * 2, 60000);
      }
    };
  }

  function close() {
    clearTimeout(later);
    if (source) source.close();
    source = null;
  }

  // A browser keeps six connections to one site: a tab that nobody looks at gives its own back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) close();
    else open();
  });
  addEventListener("offline", () => {
    close();
    lost.hidden = false;
  });
  addEventListener("online", open);
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  addEventListener("pagehide", close);

  // ---- Read aloud, where the browser has a voice for this language --------------------------------------------------

  const button = document.getElementById("aloud");
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

  if (window.speechSynthesis) {
    offer();
    speechSynthesis.addEventListener("voiceschanged", offer);
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      speechSynthesis.cancel();
      const said = log.querySelectorAll(".theirs");
      if (on && said.length) aloud([...said[said.length - 1].querySelectorAll("p")].map((one) => one.textContent).join("\n"));
    });
  }

  toEnd("instant");
  if (toType()) box.focus({ preventScroll: true });
  if (!document.hidden) open();
})();
