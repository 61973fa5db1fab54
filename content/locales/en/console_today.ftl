# The first page for staff: what waits for somebody.

console_today-title = Today
console_today-late = { $count ->
    [one] One promise is late. Begin with that.
   *[other] { $count } promises are late. Begin with those.
 }
console_today-first = { $days ->
    [0] Nothing is late. Somebody expects an answer today.
    [1] Nothing is late. Somebody expects an answer tomorrow.
   *[other] Nothing is late. { $days } days to go until the first promise.
 }
console_today-none-promised = There is work to do, but nobody was promised a day.
console_today-whose = Whose
console_today-all = Everything
console_today-mine = Mine
console_today-group =
    .late = Late
    .soon = Promised for this week
    .later = Promised for later
    .open = Without a promise
    .works = For the administrator
console_today-no-record = About no opportunity
console_today-since = since { $since }
console_today-promised = { $days ->
    [0] today
    [1] tomorrow
   *[other] in { $days } days
 }
console_today-overdue = { $days ->
    [one] one day late
   *[other] { $days } days late
 }
console_today-done = Everything is answered.
console_today-mine-done = Everything about your opportunities is answered.
console_today-done-more = As soon as somebody reacts or asks something, it is here. The first promise is at the top.
console_today-more = This is what comes first. The rest appears when it is done.
