// A message that is spoken in: press to begin, press to stop, listen, send it or throw it away. Nothing of it leaves the
// tab before it is sent, and the microphone is let go at once.
"use strict";

const voice = (() => {
  const $ = (id) => document.getElementById(id);
  const LONGEST = 180; // seconds
  const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
  const BITS = 32000; // a second: speech needs no more
  const kind = window.MediaRecorder && KINDS.find((one) => MediaRecorder.isTypeSupported(one));
  const can = () => Boolean(kind && navigator.mediaDevices?.getUserMedia && $("mic"));
  let send = null;
  let asking = false;
  let recorder = null;
  let pieces = [];
  let seconds = 0;
  let ticking = 0;
  let then = "";
  let made = null;

  function tick() {
    seconds += 1;
    showTime();
    if (seconds >= LONGEST) finish("listen");
  }

  function showTime() {
    $("voice-time").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  async function begin() {
    // pressed twice while the browser asks, it would be opened twice and let go once
    if (asking || recorder) return;
    asking = true;
    $("nomic").hidden = true;
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      $("nomic").hidden = false;
      return;
    } finally {
      asking = false;
    }
    [pieces, seconds, then, made] = [[], 0, "", null];
    recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: BITS });
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", () => ended(stream));
    recorder.start(1000);
    showTime();
    ticking = setInterval(tick, 1000);
    $("recorder").hidden = false;
    $("recording").hidden = false;
    $("voice-stop").hidden = false;
    $("voice-again").hidden = true;
    $("voice-on").textContent = $("voice-on").dataset.on;
    $("voice-stop").focus({ preventScroll: true });
  }

  // What was recorded comes a moment after the recorder was told to stop.
  function finish(what) {
    then = what;
    clearInterval(ticking);
    if (recorder?.state === "recording") recorder.stop();
    else settle();
  }

  function ended(stream) {
    for (const track of stream.getTracks()) track.stop();
    const type = recorder.mimeType.split(";")[0] || kind.split(";")[0];
    const moment = new Date().toISOString().slice(0, 19).replace(/[T:]/g, "-");
    made = new File(pieces, `${moment}.${type.split("/")[1]}`, { type });
    recorder = null;
    clearInterval(ticking);
    settle();
  }

  function settle() {
    $("voice-on").textContent = "";
    if (then === "send" && made?.size) send(made);
    if (then === "send" || then === "drop" || !made?.size) return close();
    $("recording").hidden = true;
    $("voice-stop").hidden = true;
    const again = $("voice-again");
    again.src = URL.createObjectURL(made);
    again.hidden = false;
    $("voice-send").focus({ preventScroll: true });
  }

  function close() {
    $("recorder").hidden = true;
    const again = $("voice-again");
    again.pause();
    if (again.src) URL.revokeObjectURL(again.src);
    again.removeAttribute("src");
    made = null;
    $("mic").focus({ preventScroll: true });
  }

  function offer(sends) {
    if (!can()) return;
    send = sends;
    $("composer").classList.add("can-record");
    $("mic").addEventListener("click", begin);
    $("voice-stop").addEventListener("click", () => finish("listen"));
    $("voice-drop").addEventListener("click", () => finish("drop"));
    $("voice-send").addEventListener("click", () => finish("send"));
    $("recorder").addEventListener("keydown", (event) => { if (event.key === "Escape") finish("drop"); });
  }

  return { offer };
})();
