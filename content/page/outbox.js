// What was written and is not stored yet. It is sent in order, again and again until the server has it; its number makes
// that it is stored once. It outlives a reload, and goes when the tab or the conversation is closed.
"use strict";

const outbox = (() => {
  const words = document.getElementById("log")?.dataset;
  const PLACE = "kansenbode";
  const TRIES = 6;
  const LONGEST_WAIT = 30;
  let posts = [];
  let under = {};
  let wait = 2;
  let again = 0;
  let sending = false;

  // ---- Keep -------------------------------------------------------------------------------------------------------

  // A browser may refuse to keep anything: then it is kept as long as the page.
  function keep(change) {
    try {
      const kept = JSON.parse(sessionStorage.getItem(PLACE)) || {};
      const ours = kept.talk === words.talk ? kept : { talk: words.talk };
      sessionStorage.setItem(PLACE, JSON.stringify({ ...ours, ...change }));
    } catch { /* as if there were none */ }
  }

  function kept() {
    try {
      const found = JSON.parse(sessionStorage.getItem(PLACE)) || {};
      return found.talk === words.talk ? found : {};
    } catch {
      return {};
    }
  }

  function forget() {
    posts = [];
    clearTimeout(again);
    try {
      sessionStorage.removeItem(PLACE);
    } catch { /* nothing was kept */ }
  }

  // A file is kept by no browser: over a reload only its name is, to tell that it was not sent.
  const save = () => keep({ posts: posts.map(({ fields, text, failed, file }) => ({ fields, text, failed, file: file?.name })) });

  // ---- Say how it stands ------------------------------------------------------------------------------------------

  function tell(post, reason, retry) {
    quiet(post);
    const line = bubbles.made("p", "unsent", reason);
    if (retry) {
      const button = bubbles.made("button", "quiet", words.again);
      button.addEventListener("click", () => {
        post.failed = false;
        under.pressed();
        run();
      });
      line.append(button);
    }
    post.shown.classList.add("waits");
    post.shown.after(line);
    post.line = line;
    under.told();
  }

  function quiet(post) {
    post.shown.classList.remove("waits");
    post.line?.remove();
  }

  // ---- Send -------------------------------------------------------------------------------------------------------

  function add(fields, text, shown, file) {
    posts.push({ fields, text, shown, file });
    save();
    run();
  }

  async function run() {
    clearTimeout(again);
    if (sending) return;
    sending = true;
    let post;
    while ((post = posts.find((one) => !one.failed))) {
      under.begins();
      if (post.file) tell(post, words.sending, false);
      const answer = await attempt(post);
      if (!answer) {
        // nobody is there: all of it waits, and goes out by itself
        for (const one of posts.filter((each) => !each.failed)) tell(one, words.lost, true);
        again = setTimeout(run, wait * 1000);
        wait = Math.min(wait * 2, LONGEST_WAIT);
        break;
      }
      wait = 2;
      settle(post, answer);
    }
    sending = false;
    under.ends();
  }

  function settle(post, answer) {
    quiet(post);
    if (answer.error) {
      post.failed = true;
      tell(post, answer.error, true);
    } else {
      posts = posts.filter((one) => one !== post);
    }
    save();
    answer.events?.forEach(under.hear);
  }

  // What the server answered: events, or an error in words; null if nothing came.
  async function attempt(post) {
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await under.post(post.fields, post.file);
        if (answer.status !== 503 || tries === TRIES) {
          const told = await answer.json();
          return answer.ok ? told : { error: told.error || words.lost };
        }
        // where it is very busy, people come back at different moments
        tell(post, words.busy, false);
        const seconds = Number(answer.headers.get("Retry-After")) || 5;
        await new Promise((done) => setTimeout(done, seconds * 1000 * (1 + Math.random())));
        quiet(post);
      } catch {
        return null;
      }
    }
  }

  // What was kept over a reload is shown again, unless the server has it already.
  function begin(parts) {
    under = parts;
    posts = (kept().posts || []).filter((post) => !lines.shown(post.fields.nonce));
    for (const post of posts) {
      post.shown = under.show(post.text || post.file, post.fields.nonce);
      if (post.file) tell(post, words.repick, false);
      else if (post.failed) tell(post, words.lost, true);
    }
    posts = posts.filter((post) => !post.file);
    save();
    if (posts.length) run();
    return posts;
  }

  // Whoever leaves now loses a file that is not sent yet.
  addEventListener("beforeunload", (event) => {
    if (posts.some((post) => post.file)) event.preventDefault();
  });

  return { add, begin, forget, keep, kept, run };
})();
