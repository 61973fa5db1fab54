// Photos and files that somebody picks, drops or pastes. A large photo is made smaller here: it goes out sooner, and
// nobody needs more of it. How they are sent is known to chat.js.
"use strict";

const files = (() => {
  const $ = (id) => document.getElementById(id);
  const attach = $("attach");
  const LONGEST_SIDE = 2048;
  const MEGABYTE = 1024 * 1024;
  const QUALITY = 0.85;
  const MOST = 10;
  const DRAWN = ["image/jpeg", "image/png", "image/webp"];
  let under = null;

  function kindOf(file) {
    const side = file.type.split("/")[0];
    return { image: "photo", audio: "voice" }[side] || "file";
  }

  // What the browser cannot read goes as it is: the server says what it thinks of it.
  async function prepared(file) {
    if (kindOf(file) !== "photo" || (DRAWN.includes(file.type) && file.size < MEGABYTE)) return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#fff"; // what is transparent would turn black
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
      return made && new File([made], `${file.name.replace(/\.[^.]*$/, "")}.jpg`, { type: "image/jpeg" });
    } catch {
      return file;
    }
  }

  // A file as it is now, or why it cannot be sent. A folder, or a file that changed before it went out, would be tried for
  // ever, as if nobody were there.
  async function held(file) {
    if (file.size > attach.dataset.most * MEGABYTE) return attach.dataset.large;
    try {
      return new File([await file.arrayBuffer()], file.name, { type: file.type });
    } catch {
      return attach.dataset.lost;
    }
  }

  function tell(wrong) {
    $("unsent").textContent = wrong.join(" ");
    $("unsent").hidden = !wrong.length;
  }

  // Several at once are one thing: they are answered once.
  async function take(picked) {
    if (!under) return;
    const some = [...picked].slice(0, MOST);
    const wrong = picked.length > MOST ? [attach.dataset.many.replace("%1", MOST)] : [];
    const album = some.length > 1 ? under.album() : null;
    for (const file of some) {
      const whole = await held((await prepared(file)) || file);
      if (whole instanceof File) under.send(whole, album);
      else wrong.push(`${file.name}: ${whole}`);
    }
    tell(wrong);
  }

  function close(to) {
    attach.open = false;
    to?.focus({ preventScroll: true });
  }

  function begin(parts) {
    if (!attach) return;
    under = parts;
    const any = $("file");
    const camera = $("camera");
    const sign = attach.querySelector("summary");
    $("text").addEventListener("input", () => tell([]));
    any.multiple = true;
    $("attach-form").hidden = true;
    $("attach-ways").hidden = false;
    for (const input of [any, camera]) {
      input.addEventListener("change", () => {
        take(input.files);
        input.value = "";
      });
    }
    // only what is held in the hand has a camera that one would use
    sign.addEventListener("click", (event) => {
      if (!matchMedia("(pointer: fine)").matches) return;
      event.preventDefault();
      any.click();
    });
    $("take-photo").addEventListener("click", () => { close(sign); camera.click(); });
    $("pick-file").addEventListener("click", () => { close(sign); any.click(); });
    document.addEventListener("pointerdown", (event) => {
      if (attach.open && !attach.contains(event.target)) attach.open = false;
    });
    attach.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && attach.open) close(sign);
    });
  }

  return { begin, kindOf, take, takes: () => under !== null };
})();
