// What one message looks like inside its bubble, and the options of a question. Where they stand is known to chat.js.
// The same is made by bubble.html for a page that is loaded.
"use strict";

const bubbles = (() => {
  const words = document.getElementById("log")?.dataset;

  const LINK = /https?:\/\/[^\s<>"'“”‘’]*[^\s<>"'“”‘’.,;:!?)\]}]/gi;

  function anchor(address, text) {
    return Object.assign(made("a", "", text), { href: address, rel: "noopener noreferrer" });
  }

  function fill(paragraph, line) {
    let end = 0;
    for (const found of line.matchAll(LINK)) {
      paragraph.append(line.slice(end, found.index), anchor(found[0], found[0]));
      end = found.index + found[0].length;
    }
    paragraph.append(line.slice(end));
  }

  function made(name, kind, ...inside) {
    const element = document.createElement(name);
    if (kind) element.className = kind;
    element.append(...inside);
    return element;
  }

  // What somebody types, and what is said in another language, begins where its own letters do.
  function paragraph(text, tongue, own) {
    const element = made("p");
    if (tongue) element.lang = tongue;
    if (tongue || own) element.dir = "auto";
    text.split("\n").forEach((line, place) => {
      if (place) element.append(made("br"));
      fill(element, line);
    });
    return element;
  }

  function fact([label, value], code) {
    const said = made("dd", "", value);
    said.dir = "auto";
    const line = made("div", "", made("dt", "", label), said);
    if (!code) return line;
    const change = made("button", "sheet-change", words.change);
    Object.assign(change, { name: "choice", value: code });
    change.setAttribute("form", "choices");
    change.dataset.says = label;
    change.setAttribute("aria-label", `${words.change}: ${label}`);
    line.append(made("dd", "sheet-do", change));
    return line;
  }

  function drawing(picture) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    for (const [name, value] of Object.entries({ class: "drawing", viewBox: "0 0 320 180", preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true", focusable: "false" })) svg.setAttribute(name, value);
    use.setAttribute("href", `${words.pictures}#${picture}`);
    svg.append(use);
    return svg;
  }

  // A photo that does not come gives way to the drawing of the theme.
  function shown(picture, photo, alt) {
    if (!photo) return drawing(picture);
    const image = Object.assign(made("img", "drawing"), { alt: alt || "", decoding: "async" });
    image.addEventListener("error", () => image.replaceWith(drawing(picture)), { once: true });
    image.src = photo;
    return image;
  }

  // Buttons for a card that has just come and may be kept.
  function keepers() {
    const [copy, share] = [words.copy, words.share].map((text) => Object.assign(made("button", "sheet-change", text), { type: "button" }));
    Object.assign(copy.dataset, { copies: "", done: words.copied });
    share.dataset.shares = "";
    keeping.offer(copy, share);
    return [copy, share];
  }

  function card({ title, text, facts = [], changes = [], link, choice, picture, photo, alt, bare, keep }) {
    const body = made("div", "sheet-body");
    const name = made("p", "sheet-title", title);
    if (choice) {
      const pick = made("button", "sheet-pick", title);
      Object.assign(pick, { name: "choice", value: choice });
      pick.setAttribute("form", "choices");
      pick.dataset.link = link ? link[0] : "";
      name.replaceChildren(pick);
    }
    body.append(name);
    if (text) body.append(made("p", "", text));
    if (facts.length) body.append(made("dl", "", ...facts.map((each, place) => fact(each, changes[place]))));
    if (link && !choice) body.append(made("p", "sheet-link", anchor(...link), ...(keep ? keepers() : [])));
    if (bare) return made("div", "sheet sheet-bare", body);
    return made("div", choice ? "sheet sheet-listed" : "sheet", shown(picture, photo, alt), body);
  }

  // What belongs to an older question cannot be picked or changed any more: its title leads to the page.
  function settle(log) {
    for (const change of log.querySelectorAll(".sheet-do")) change.remove();
    for (const pick of log.querySelectorAll(".sheet-pick")) {
      pick.replaceWith(pick.dataset.link ? anchor(pick.dataset.link, pick.textContent) : pick.textContent);
    }
  }

  function bubble(kind, parts, tongues = []) {
    const who = made("span", "hidden", kind === "mine" ? words.you : words.us);
    const spoken = new Map(tongues);
    const shown = parts.map((part, place) => (part.title ? card(part) : paragraph(part, spoken.get(place), kind === "mine")));
    return made("div", `bubble ${kind} fresh`, who, ...shown);
  }

  const paragraphs = (text) => text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);

  // What was sent along: from this very tab it is still at hand, otherwise the server has it for its sender.
  function along({ kind, name, address, number, state = "kept" }) {
    const place = address || `/chat/bestand/${number}`;
    if (state !== "kept") return made("p", "sent-file", made("span", "sent-name", name), " ", made("span", "", words[state]));
    if (kind === "photo") {
      const picture = Object.assign(made("img"), { src: place, alt: words.photo.replace("%1", name) });
      const link = Object.assign(made("a", "", picture), { href: place, download: name });
      return made("p", "sent-photo", link);
    }
    if (kind === "voice") {
      const sound = Object.assign(made("audio"), { controls: true, preload: "metadata", src: place });
      sound.setAttribute("aria-label", words.voice);
      return made("p", "sent-voice", sound);
    }
    return made("p", "sent-file", Object.assign(made("a", "", name), { href: place, download: name }));
  }

  function mine(text, file) {
    const element = bubble("mine", paragraphs(text));
    if (!file) return element;
    element.classList.add("with-file");
    element.firstElementChild.after(along(file));
    return element;
  }

  // What was shown while it was sent turned out not to be kept.
  function refuse(element, file) {
    element.querySelector("[class^=sent]")?.replaceWith(along(file));
  }

  // A message without a word or a link shows nothing.
  function theirs(message) {
    const links = (message.links || []).filter(([address]) => /^https?:\/\//i.test(address));
    if (!message.text && !links.length) return null;
    const element = bubble("theirs", message.parts || paragraphs(message.text || ""), message.tongues);
    // where it leads stands before what is asked
    const asked = message.rev ? element.lastElementChild : null;
    for (const link of links) element.insertBefore(made("p", "", anchor(...link)), asked);
    // the buttons of news stay with it
    if (!message.rev && message.options) element.append(made("div", "deeds", ...message.options.map((option) => choice(option, "choices"))));
    return element;
  }

  function choice([code, label, weight], of) {
    const button = made("button", weight === "main" ? "choice choice-main" : "choice", label);
    Object.assign(button, { name: "choice", value: code });
    if (of) button.setAttribute("form", of);
    return button;
  }

  // What most people come for is filled, and the rest folded.
  function choices(form, options) {
    for (const old of form.querySelectorAll("button, details")) old.remove();
    const others = options.filter(([, , weight]) => weight === "more");
    const folded = others.length > 1 ? made("details", "others", made("summary", "choice", words.more)) : form;
    for (const option of options) (option[2] === "more" ? folded : form).append(choice(option));
    if (folded !== form) form.append(folded);
    form.classList.toggle("choices-long", options.some(([, label]) => label.length > 26));
  }

  return { choices, made, mine, refuse, settle, theirs };
})();
