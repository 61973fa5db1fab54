// What nobody saw yet: this browser remembers the last message that it showed, and a tab that nobody looks at says in
// its title how many came since. It has no stream then, so it asks now and then.
"use strict";

const unread = (() => {
  const title = document.title;
  const FIRST = 30_000;
  const LONGEST = 600_000;
  const DAYS_30 = 2_592_000;
  let next = 0;

  function saw(last) {
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `gezien=${last}; path=/; max-age=${DAYS_30}; samesite=lax${secure}`;
  }

  function look(last, wait) {
    next = setTimeout(async () => {
      try {
        const answer = await fetch(`/chat/nieuw?na=${last}`);
        const { count } = await answer.json();
        // somebody may look again by now
        if (next && count) document.title = `(${count}) ${title}`;
      } catch {
        // no connection: the next look tells
      }
      if (next) look(last, Math.min(wait * 2, LONGEST));
    }, wait);
  }

  function away(last) {
    back();
    if (last) look(last, FIRST);
  }

  function back() {
    clearTimeout(next);
    next = 0;
    document.title = title;
  }

  return { saw, away, back };
})();
