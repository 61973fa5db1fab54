# One opportunity, for staff.

console_record-sure =
    .open = Publish
    .closed = Close
    .withdrawn = Withdraw
    .verleng = Give the time back
console_record-step =
    .open = Publish
    .closed = Close for new interests
    .withdrawn = Withdraw the opportunity
    .verleng = Give the lost time back
console_record-not = Rather not
console_record-steps = What you can do
console_record-why = Why do you withdraw this opportunity?
console_record-why-hint = Who signed up reads this.
console_record-outage = { $hours ->
    [one] For one hour nobody could react. That was shortly before the last day.
   *[other] For { $hours } hours nobody could react. That was shortly before the last day.
 }
console_record-lacks = This lacks, or is not right yet
console_record-remarks = { $count ->
    [one] One thing to think about
   *[other] { $count } things to think about
 }
console_record-unmet-of = { $count ->
    [one] one requirement cannot be met
   *[other] { $count } requirements cannot be met
 }
console_record-promised = promised by { $day }
console_record-answered =
    .all = answered for everybody
    .one = answered
console_record-more = { $count ->
    [one] And one more that is older.
   *[other] And { $count } more that are older.
 }
console_record-no-interests = Nobody has signed up yet.
console_record-no-questions = Nothing was asked yet.
console_record-requirements = Requirements
console_record-else = Also possible: { $text }
console_record-unmet = “we cannot do this”: { $count } times
console_record-meetings = Meetings
console_record-coming = { $count ->
    [0] nobody comes yet
    [one] 1 person comes
   *[other] { $count } people come
 }
console_record-public = See it as residents do
console_record-life = Course
console_record-told = Told to who takes part
console_record-notices = { $count ->
    [0] nothing yet
    [one] once
   *[other] { $count } times
 }
