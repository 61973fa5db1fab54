// The conversation without reloading. The page works without these files: forms post, pages come back.
"use strict";

(() => {
  const log = document.getElementById("log");
  const composer = document.getElementById("composer");
  if (!log || !composer || !window.EventSource || !window.fetch) return;

  const choices = document.getElementById("choices");
  const typing = document.getElementById("typing");
  const lost = document.getElementById("lost");
  const box = composer.elements.text;
  const byMouse = matchMedia("(pointer: fine)").matches;
  let last = Number(log.dataset.last);
  let rev = log.dataset.rev;
  let ended = false;

  // Numbers that tell a form that is sent twice from two forms.
  const nonce = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

  // ---- Show -------------------------------------------------------------------------------------------------------

  function showMine(text, name, at, file) {
    const element = bubbles.mine(text, file);
    element.dataset.nonce = name;
    lines.add(element, at);
    return element;
  }

  function showTheirs(message) {
    const element = bubbles.theirs(message);
    if (!element) return;
    lines.add(element, message.at);
    frame.aloud(message.text || "");
  }

  function showChoices({ options = [], open = false }) {
    bubbles.choices(choices, options);
    choices.hidden = !options.length;
    choices.toggleAttribute("data-open", open);
  }

  // To the end, but never past the beginning of what was said last: a long message is read from its top.
  function toEnd(how = "auto", newest = lines.last()) {
    if (newest === lines.first()) return window.scrollTo({ top: 0, behavior: how });
    const head = document.getElementById("head");
    const above = getComputedStyle(head).position === "sticky" ? head.offsetHeight : 0;
    const top = newest ? newest.getBoundingClientRect().top + window.scrollY - above - 16 : 0;
    window.scrollTo({ top, behavior: how });
  }

  // Who is above the end sees that there is more below, and whether something new came there.
  const down = document.getElementById("down");
  let there = true;
  // hidden while it has the focus, it would leave who walks by keyboard nowhere
  const showDown = () => {
    down.hidden = there && document.activeElement !== down;
    if (down.hidden) down.classList.remove("news");
  };
  new IntersectionObserver(([end]) => {
    there = end.isIntersecting;
    showDown();
  }, { rootMargin: "64px" }).observe(document.getElementById("einde"));
  down.addEventListener("blur", showDown);
  down.addEventListener("click", () => {
    if (down.classList.contains("news")) toEnd();
    else window.scrollTo({ top: document.documentElement.scrollHeight });
    focusNext();
    down.blur();
  });

  const isReading = () => document.documentElement.scrollHeight - innerHeight - window.scrollY > innerHeight / 2;

  // A message may come by the stream and with the answer to a post: its number tells which comes first.
  function hear(message) {
    if (message.gone) forgotten();
    if (message.seq && message.seq <= last) return;
    last = message.seq || last;
    unread.saw(last);
    rev = message.rev || rev;
    const { mine } = message;
    const before = mine && lines.shown(mine.nonce);
    if (before) lines.stored(before);
    if (mine && !before) showMine(mine.text, mine.nonce, mine.at, mine.file);
    if (before && mine.file?.state === "refused") bubbles.refuse(before, mine.file);
    const pressed = choices.contains(document.activeElement);
    // news does not tear away who reads what was said before
    const stays = !mine && !message.gone && isReading();
    const asks = message.rev || message.gone; // a notice leaves the open question as it is
    if (asks) bubbles.settle(log);
    showTheirs(message);
    if (asks) {
      showChoices(message);
      frame.showStanding(message.frame);
    }
    typing.hidden = true;
    if (pressed) focusNext();
    if (stays) down.classList.add("news");
    else toEnd();
  }

  // Where a text is asked for, it is typed first: the buttons beside it are one step back.
  const toType = () => !ended && byMouse && (choices.hidden || "open" in choices.dataset);

  function focusNext() {
    if (toType()) box.focus({ preventScroll: true });
    else if (!choices.hidden) choices.focus({ preventScroll: true });
  }

  // Nobody knows any more what was said here: it leaves the screen too.
  function forgotten() {
    if (ended) return;
    ended = true;
    close();
    outbox.forget();
    lines.wipe();
    showChoices({});
    box.value = "";
    composer.parentElement.hidden = true;
    document.getElementById("menu").hidden = true;
    lost.hidden = true;
    document.getElementById("after").hidden = false;
  }

  // ---- Send -------------------------------------------------------------------------------------------------------

  function say(fields, text) {
    const name = nonce();
    const shown = showMine(text, name);
    toEnd();
    outbox.add({ ...fields, seen: rev, nonce: name }, text, shown);
  }

  function sayFile(file, album) {
    const name = nonce();
    const address = URL.createObjectURL(file);
    const kind = files.kindOf(file);
    const shown = showMine("", name, null, { kind, name: file.name, address });
    shown.querySelector("img")?.addEventListener("load", () => toEnd(), { once: true });
    toEnd();
    outbox.add({ seen: rev, nonce: name, ...(album && { album }) }, "", shown, file);
  }

  // A form with a file goes as a form does; its fields come first, so that they are read if the file is too large.
  function packed(fields, file) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", file, file.name);
    return form;
  }

  const unsent = outbox.begin({
    show: showMine,
    hear,
    post: (fields, file) => fetch(file ? "/chat/bestand" : "/chat", {
      method: "POST", headers: { Accept: "application/json" },
      body: file ? packed({ ...fields, na: last }, file) : new URLSearchParams({ ...fields, na: last }),
    }),
    begins: () => {
      typing.hidden = ended;
      toEnd();
    },
    ends: () => { typing.hidden = true; },
    told: () => toEnd(),
    pressed: () => box.focus({ preventScroll: true }),
  });
  if (unsent.some((post) => post.fields.choice)) choices.hidden = true;

  composer.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text) return;
    box.value = "";
    frame.typed();
    say({ text }, text);
    // on a phone the keyboard stays open
    box.focus({ preventScroll: true });
  });

  files.begin({ send: sayFile, album: nonce });
  voice.offer((file) => sayFile(file));

  // A press on the button leaves the focus in the box, or the keyboard of a phone would fold and unfold.
  composer.querySelector(".send").addEventListener("mousedown", (event) => event.preventDefault());

  choices.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (!button) return;
    say({ choice: button.value }, button.dataset.says || button.textContent);
    choices.focus({ preventScroll: true });
    for (const other of choices.querySelectorAll("button, details")) other.hidden = true;
    bubbles.settle(log);
  });

  // Words that work everywhere, in the menu and beside the step.
  for (const form of document.querySelectorAll("[data-say]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      frame.closeMenu();
      say({ text: event.submitter.value }, event.submitter.value);
    });
  }

  // The key that sends, also on a phone, where it says so. With Shift it begins a new line.
  let shifted = false;
  box.addEventListener("keydown", (event) => { shifted = event.shiftKey; });
  box.addEventListener("beforeinput", (event) => {
    if (event.inputType !== "insertLineBreak" || shifted || event.isComposing) return;
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
      outbox.run();
    };
    source.onmessage = (event) => hear(JSON.parse(event.data));
    // It was forgotten or closed in another tab.
    source.addEventListener("gone", forgotten);
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
    if (document.hidden) {
      close();
      unread.away(ended ? 0 : last);
    } else {
      unread.back();
      lines.nameDays();
      open();
    }
  });
  addEventListener("offline", () => {
    close();
    lost.hidden = false;
  });
  addEventListener("online", () => {
    open();
    outbox.run();
  });
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  addEventListener("pagehide", close);

  // who comes back reads on where they left
  toEnd("instant", document.getElementById("nieuw") || lines.last());
  if (toType()) box.focus({ preventScroll: true });
  if (!document.hidden) open();
})();
