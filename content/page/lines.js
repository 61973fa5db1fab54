// Where each bubble stands: under its day, beside who else spoke then, with one time below a group.
"use strict";

const lines = (() => {
  const log = document.getElementById("log");
  const words = log?.dataset;
  const MINUTE = 60 * 1000;
  const GROUPED = 5 * MINUTE;
  const language = document.documentElement.lang;
  // The days and times of the town, as in the page: the reader may be on a journey.
  const written = (options) => new Intl.DateTimeFormat(language, { timeZone: words.zone, ...options });
  const clock = words && written({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const long = words && written({ day: "numeric", month: "long", year: "numeric" });
  const iso = words && new Intl.DateTimeFormat("sv", { timeZone: words.zone }); // 2026-11-29
  const dayOf = (moment) => iso.format(moment);

  function named(day) {
    const now = Date.now();
    if (day === dayOf(now)) return words.today;
    if (day === dayOf(now - 24 * 3600 * 1000)) return words.yesterday;
    return long.format(new Date(`${day}T12:00:00Z`));
  }

  function paragraph(kind, moment, text) {
    return bubbles.made("p", kind, Object.assign(bubbles.made("time", "", text), { dateTime: moment }));
  }

  // A page that stays open over midnight: what was today is yesterday now.
  function nameDays() {
    for (const time of log.querySelectorAll(".day time")) time.textContent = named(time.dateTime);
  }

  function beginDay(day) {
    const days = log.querySelectorAll(".day time");
    if (days.length && days[days.length - 1].dateTime >= day) return;
    nameDays();
    log.append(paragraph("day", day, named(day)));
  }

  // The time below a group moves down with it.
  function joined(side, moment, last) {
    if (!last?.classList.contains("stamp")) return;
    const since = moment - new Date(last.querySelector("time").dateTime);
    if (since < (last.classList.contains(side) ? GROUPED : MINUTE)) last.remove();
  }

  // What is not stored yet stands below all that is, as it will after a reload; one without a moment is such a one.
  function add(element, at) {
    const moment = at ? new Date(at) : new Date();
    const mine = element.classList.contains("mine");
    const side = mine ? "of-mine" : "of-theirs";
    element.toggleAttribute("data-pending", mine && !at);
    const pending = mine && !at ? null : log.querySelector("[data-pending]");
    if (!pending) beginDay(dayOf(moment));
    joined(side, moment, pending ? pending.previousElementSibling : log.lastElementChild);
    const stamp = paragraph(`stamp ${side}`, moment.toISOString(), clock.format(moment));
    stamp.setAttribute("aria-live", "off");
    if (pending) pending.before(element, stamp);
    else log.append(element, stamp);
  }

  const stored = (element) => element.removeAttribute("data-pending");

  const first = () => log.querySelector(".bubble");

  function last() {
    const all = log.querySelectorAll(".bubble");
    return all[all.length - 1];
  }

  const shown = (name) => [...log.querySelectorAll(".mine")].find((element) => element.dataset.nonce === name);
  const wipe = () => log.replaceChildren();

  return { add, first, last, nameDays, shown, stored, wipe };
})();
