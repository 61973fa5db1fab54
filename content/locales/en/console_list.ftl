# The list of opportunities for staff.

console_list-title = Opportunities
console_list-take = Take along as
console_list-file = opportunities
console_list-search = Search by title or number
console_list-state = State
console_list-order = Order:
    .newest = newest first
    .ending = what closes soon first
console_list-what = Opportunity
console_list-interests = Interests
console_list-questions = Questions
console_list-reach = Reach
console_list-count = { $count ->
    [0] none
   *[other] { $count }
 }
console_list-open = { $count ->
    [0] none
   *[other] { $count } open
 }
console_list-over = Too late to react
console_list-reached = { $seen } seen, { $started } started, { $expressed } signed up
console_list-unreached = Not measured yet
console_list-pages = Pages
console_list-first = Back to the beginning
console_list-next = Next opportunities
console_list-none-found = No opportunity fits this.
console_list-none = There are no opportunities yet.
console_list-none-yet = As soon as an opportunity is made or imported, it is here.
console_list-all = See all opportunities
