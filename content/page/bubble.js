// What one message looks like inside its bubble. Where a bubble stands is known to chat.js.
"use strict";

const bubbles = (() => {
  const words = document.getElementById("log")?.dataset;

  const LINK = /https?:\/\/[^\s<>"'“”‘’]*[^\s<>"'“”‘’.,;:!?)\]}]/gi;

  function anchor(address, text) {
    const link = document.createElement("a");
    link.href = address;
    link.rel = "noopener noreferrer";
    link.textContent = text;
    return link;
  }

  function fill(paragraph, line) {
    let end = 0;
    for (const found of line.matchAll(LINK)) {
      paragraph.append(line.slice(end, found.index), anchor(found[0], found[0]));
      end = found.index + found[0].length;
    }
    paragraph.append(line.slice(end));
  }

  function bubble(kind, text) {
    const element = document.createElement("div");
    element.className = `bubble ${kind} fresh`;
    const who = document.createElement("span");
    who.className = "hidden";
    who.textContent = kind === "mine" ? words.you : words.us;
    element.append(who);
    for (const part of text.split(/\n\s*\n/)) {
      if (!part.trim()) continue;
      const paragraph = document.createElement("p");
      part.trim().split("\n").forEach((line, place) => {
        if (place) paragraph.append(document.createElement("br"));
        fill(paragraph, line);
      });
      element.append(paragraph);
    }
    return element;
  }

  function mine(text) {
    return bubble("mine", text);
  }

  // A message without a word or a link shows nothing.
  function theirs(message) {
    if (!message.text && !message.link) return null;
    const element = bubble("theirs", message.text || "");
    if (/^https?:\/\//i.test(message.link || "")) {
      const paragraph = document.createElement("p");
      paragraph.append(anchor(message.link, words.open));
      element.append(paragraph);
    }
    return element;
  }

  return { mine, theirs };
})();
