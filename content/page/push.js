// Lets this browser ring, after a press in the menu and never by itself; one more press turns it off. Where a browser
// cannot ring, nothing is offered; an iPhone is told how it can.
"use strict";

(() => {
  const button = document.getElementById("push");
  const told = document.getElementById("pushed");
  if (!button || !told) return;

  const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  const apple = /iPhone|iPad/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  if (!able && !apple) return;

  const words = button.dataset;
  const WORKER = "/chat/meldingen.js";
  let on = false;

  function tell(text) {
    told.textContent = text;
    told.hidden = !text;
  }

  function show(state) {
    on = state;
    button.textContent = on ? words.off : words.on;
  }

  async function kept() {
    const worker = await navigator.serviceWorker.getRegistration("/chat/");
    return worker ? worker.pushManager.getSubscription() : null;
  }

  async function active() {
    const worker = await navigator.serviceWorker.register(WORKER);
    const coming = worker.installing || worker.waiting;
    if (!worker.active && coming) {
      await new Promise((done) => coming.addEventListener("statechange", () => worker.active && done()));
    }
    return worker;
  }

  function post(path, fields) {
    return fetch(path, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(fields) });
  }

  async function turnOn() {
    // first of all: a browser asks only right after a press
    if (await Notification.requestPermission() !== "granted") return tell(words.refused);
    const worker = await active();
    const { key } = await (await fetch("/chat/meldingen")).json();
    const old = await worker.pushManager.getSubscription();
    // one that another key made would never ring
    if (old) await old.unsubscribe();
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const { endpoint, keys } = made.toJSON();
    const answer = await post("/chat/meldingen", { endpoint, p256dh: keys.p256dh, auth: keys.auth });
    if (!answer.ok) {
      await made.unsubscribe();
      return tell(words.failed);
    }
    show(true);
    return tell(words.done);
  }

  async function turnOff() {
    const made = await kept();
    if (made) {
      await post("/chat/meldingen/uit", { endpoint: made.endpoint });
      await made.unsubscribe();
    }
    show(false);
    tell(words.ended);
  }

  button.addEventListener("click", async () => {
    frame.closeMenu();
    if (!able) return tell(words.apple);
    button.disabled = true;
    try {
      await (on ? turnOff() : turnOn());
    } catch {
      tell(words.failed);
    } finally {
      button.disabled = false;
    }
  });
  // who goes on has read it
  document.addEventListener("submit", () => tell(""));

  button.hidden = false;
  if (able) kept().then((made) => show(Boolean(made) && Notification.permission === "granted"), () => {});
})();
