// The service worker: it shows what a push service hands over, and opens the conversation at a press. Nothing else: it
// keeps no pages and answers no requests, so that the site is the same without it.
"use strict";

self.addEventListener("push", (event) => {
  const said = event.data.json();
  event.waitUntil(self.registration.showNotification(said.title, {
    body: said.body, lang: said.lang, icon: "/icon-192.png", tag: "kansenbode", renotify: true, data: { to: said.to },
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const to = new URL(event.notification.data.to, self.location.origin);
  event.waitUntil((async () => {
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const open = pages.find((page) => new URL(page.url).pathname === to.pathname);
    await (open ? open.focus() : self.clients.openWindow(to.href));
  })());
});
