# Taking opportunities from a table or from OCDS, and giving them as OCDS.

# Headings of parts, requirements and criteria: which one, and what of it. The other headings are those of commands-column.
exchange-column = column
    .item = { $item } { $number }
    .fact = { $item } { $number } { $fact }

# The row that explains the table: this is how you fill in a cell.
exchange-hint = explanation
    .tender-id = This row explains. An empty cell leaves what was there. A dash (-) takes it away. Your own number, for example WD-2026-01.
    .title = Sixty letters at best. There is room for 120.
    .summary = What are you looking for, in one sentence?
    .description = Write short sentences. An empty line starts a new paragraph.
    .direction = formal, informal or combined
    .arrangement = for example: contract, subsidy, loan for use or no money
    .municipality-role = for example: commissioner or equal partner
    .contributions = More than one is fine, with commas: money, tools, space
    .cooperation = yes or no
    .themes = More than one is fine, with commas: green, meeting
    .places = Names or CBS codes, with commas.
    .questions-until = 31-12-2026. The whole day still counts.
    .answers-until = 31-12-2026. The whole day still counts.
    .plan-until = 31-12-2026. Only if you first ask who is interested, and later for plans.
    .plan-asks = What do you want to read in the plan? Only with two steps.
    .starts-on = 31-12-2026
    .duration = for example: 2 years
    .value-cents = 4.500,00 over the whole term, without VAT
    .currency = EUR
    .official = The e-mail address of the colleague who answers questions, and who is told of them.
    .answer-days = 10
    .origin = idea of the municipality or idea of residents
    .language = nl
    .checklist = Answer in one or two sentences.
    .choice = Choose one of the answers.
    .parts-title = A piece that somebody can do by itself.
    .parts-description = What belongs to it?
    .parts-budget-cents = 1.500,00
    .parts-say = Who has a say over this money?
    .requirements-text = What do you ask?
    .requirements-kinds = for example: resident, residents' group. Empty is for everybody.
    .requirements-alternative = What may those do who cannot?
    .criteria-text = What do you look at?
    .criteria-weight = 40

# Why a file cannot be read. Nothing was changed then.
exchange-unreadable = { $kind ->
    [empty] This file is empty. Check that you have the right file.
    [pdf] This is a PDF. Open the table in your spreadsheet, and save it as XLSX or CSV.
    [picture] This is a picture. Put the facts in a spreadsheet, and save that as XLSX or CSV.
    [document] This is a text document. Put the table in a spreadsheet, and save it as XLSX or CSV.
    [archive] This is a packed file. Unpack it first, and give what is in it.
    [damaged] This file is damaged, or did not arrive whole. Fetch it again, or save it again.
    [locked] This workbook has a password. Take it off, or save the table as CSV.
    [page] This is a web page. Open it in your spreadsheet, and save the table as XLSX or CSV.
    [xml] This is XML. Open it in your spreadsheet and save it as XLSX or CSV, or ask for OCDS in JSON.
   *[program] We do not know this kind of file. Save the table as XLSX or CSV, or ask for OCDS in JSON.
 } Nothing was changed.
exchange-no-text = { $given } holds no plain letters. Save it as plain text (.txt), and give that file. Nothing was changed.
exchange-unpacked-large = Unpacked, this file is larger than { $most } megabytes. We do not read such a file. Nothing was changed.
exchange-damaged = This file is damaged. Fetch it again, or save it again. Nothing was changed.
exchange-workbook-broken = We cannot read this workbook. Open it in your spreadsheet, and save the table as CSV. Nothing was changed.
exchange-workbook-heavy = This workbook asks for far more memory or time than a table needs. Save the sheet with the table as CSV. Nothing was changed.
exchange-cell-far = There is something in cell { $cell }, far from the table. Empty that cell, and save the workbook again.
exchange-sheet-hidden = The table is on the sheet “{ $sheet }”, which is hidden. Make it visible, and save the workbook again.
exchange-broken = This file is damaged at line { $line } (byte { $byte }). There is no valid JSON there. Nothing was changed.
exchange-truncated = This file ends too early, at line { $line } (byte { $byte }). Fetch it again. Nothing was changed.
exchange-not-utf8 = At line { $line } (byte { $byte }) there is a character that is not UTF-8. Save the file as UTF-8. Nothing was changed.
exchange-number-long = At line { $line } (byte { $byte }) there is a number of thousands of digits. We do not read such a file. Correct that number, or take it out. Nothing was changed.
exchange-too-deep = At byte { $byte } there are more than { $deepest } brackets inside each other. We do not read such a file. Nothing was changed.
exchange-record-large = At byte { $byte } a record begins that is larger than { $most } megabytes. We do not read such a file. Nothing was changed.
exchange-not-ocds = There are no OCDS releases in this file. Nothing was changed.
exchange-all-links = This file does not hold the releases themselves, only links to them. Fetch them there, and import those files. The first: { $url }
exchange-all-empty = The records in this file hold no release that we can read. Nothing was changed.
exchange-quote-open = In row { $row } a quotation mark begins that ends nowhere. Take it away, or add one. Nothing was changed.
exchange-no-table = This file is not a table. Save it as CSV in your spreadsheet.
exchange-table-large = This table is too large. At most { $most } megabytes can be read at once. Split it into smaller ones.
exchange-cells-many = This table has more than { $most } cells. Split it into smaller ones.
exchange-no-key-column = The first row lacks the heading “{ $heading }”. You make an empty table with: kansenbode import --template

# What is wrong with a row or a cell, and how you mend it.
exchange-cp1252 = This file was not saved as UTF-8. We read it as Windows text. Check that é and € look right.
exchange-sheets = We read the sheet “{ $sheet }” only. There is a table here as well: { $others }. Save it as a file of its own.
exchange-column-twice = This heading is there already. We read the first column with this heading, and skip this one.
exchange-column-unknown = We do not know this heading. We skip the column.
exchange-no-key = The reference number is missing. Give each opportunity its own.
exchange-key-twice = Reference number { $given } is in row { $first } already. Give each opportunity its own.
exchange-title-missing = The title of { $given } is missing. Fill it in.
exchange-would-lack = This is public and may not become empty: { $what }.
exchange-item-empty = { $list ->
    [parts] A part has no name. Fill it in, or empty the cells beside it.
    [requirements] A requirement has no text. Fill it in, or empty the cells beside it.
   *[criteria] A criterion has no text. Fill it in, or empty the cell beside it.
 }
exchange-elsewhere = “{ $given }” does not lie in your municipality. Check that you mean this place.
exchange-cell-code = We do not know “{ $given }” here. Choose from: { $allowed }
exchange-cell-codes = We do not know “{ $given }” here. Choose from: { $allowed }. Put commas between them.
exchange-cell-yes-no = “{ $given }” is neither yes nor no. Write yes or no.
exchange-cell-day = “{ $given }” is not a date. Write the date like this: 31-12-2026
exchange-cell-deadline = “{ $given }” is not a date. Write the date like this: 31-12-2026
exchange-cell-year = “{ $given }” is very far away. Is there no date? Then leave the cell empty.
exchange-cell-keeps = This may not become empty. Fill it in, or leave the cell empty: then it stays as it was.
exchange-cell-money = “{ $given }” is not an amount. Write the amount like this: 1.234,56
exchange-cell-number = “{ $given }” does not fit here. Write a whole number. Percentages go up to 100.
exchange-cell-number-beyond = “{ $given }” does not fit here. Write a whole number from { $least } up to { $most }.
exchange-cell-one = A 1 may be one per cent, or the whole. Do you mean one per cent? Write 1%. Do you mean the whole? Format the cell as a plain number, and write 100.
exchange-cell-money-beyond = “{ $given }” does not fit here. An amount is not below zero, and at most { $most }.
exchange-cell-language = “{ $given }” does not fit here. You write a language as nl.
exchange-cell-currency = “{ $given }” does not fit here. You write a currency as EUR.
exchange-cell-too-long = This text is too long: { $count } characters. There is room for { $most }.
exchange-cell-places = We cannot read “{ $given }”. Put commas between the names.

# What is odd about a release in OCDS. The rest of it comes along all the same.
exchange-no-release = Item { $number } of the file is not a release. We skip it.
exchange-broken-line = Line { $number } of the file is not valid JSON. We skip it, and read the other lines.
exchange-no-ocid = Release { $number } has no OCID. We skip it.
exchange-ocid-long = Release { $number } has an OCID of more than { $most } characters. We skip it.
exchange-only-links = Part { $number } of the file only has links to releases, such as { $url }. We skip it. Fetch those, and import them.
exchange-empty-record = Part { $number } of the file holds no release that we can read. We skip it.
exchange-ocid-form = This OCID does not have the form ocds-xxxxxx-number. We take it as it is.
exchange-no-date = The date is missing or cannot be read. We cannot recognise a newer version then.
exchange-same-date = There are { $count } versions of this with the same date and other content. We put them together. Check what stands there now.
exchange-no-zone = { $given } has no time zone. We read it as Dutch time.
exchange-date-wrong = “{ $given }” in { $field } is not a date. Fill in the date yourself.
exchange-date-far = “{ $given }” in { $field } is very far away. We read it as: no date. Fill in a date yourself if there is one.
exchange-no-title = The title is missing. Check the title that is there now.
exchange-html = There was markup in { $field }. We made plain text of it.
exchange-cut = { $field } is longer than { $longest } characters. The beginning is there; the source keeps it all.
exchange-many = In { $field } there are more than { $most }. The first { $most } are there; the source keeps it all.
exchange-kind-wrong = { $field } is of another kind than OCDS says. Check this.
exchange-amount-text = The amount “{ $given }” stands as text in { $field }. Check that we read it right.
exchange-amount-wrong = “{ $given }” in { $field } is not an amount. Fill it in yourself.
exchange-amount-beyond = The amount “{ $given }” in { $field } is higher than { $most }. Fill it in yourself.
exchange-no-currency = The amount has no currency. We read it as euros.
exchange-odd-currency = “{ $given }” is not a currency, such as EUR. We read the amount as euros. Check whether that is right.
exchange-lot-id = A part has no number of its own ({ $given }). We do not take it over as a part.
exchange-own-wrong = Our own field { $field } cannot be read. We leave it empty.
exchange-own-beyond = Our own field { $field } is too long or too large. The limit is { $most }. We leave it empty.
exchange-place-unknown = The place { $given } is not in the list. Add it, or choose a place yourself.
exchange-contacts = { $count ->
    [one] We did not keep one contact person of a party. That protects their privacy.
   *[other] We did not keep { $count } contact persons of parties. That protects their privacy.
 }
exchange-own = This opportunity is your own. A file does not change it.

# What was done.
exchange-line = { $where ->
    [none] { $text }
   *[other] { $where }: { $text }
 }
exchange-row = { $column ->
    [none] row { $row }
   *[other] row { $row }, column “{ $column }”
 }
exchange-more = { $count ->
    [one] And 1 more remark.
   *[other] And { $count } more remarks.
}
exchange-template = The empty table is in { $file }
exchange-table-done = { $file }: { $made } new, { $updated } changed, { $same } the same, { $refused } failed.{ $held ->
    [0] { "" }
    [one] { " " }{ $held } waits for your yes.
   *[other] { " " }{ $held } wait for your yes.
 }
exchange-done = { $file }: { $made } new, { $updated } changed, { $same } the same, { $older } older, { $own } your own, { $refused } failed, { $skipped } skipped.{ $held ->
    [0] { "" }
    [one] { " " }{ $held } waits for your yes.
   *[other] { " " }{ $held } wait for your yes.
 }
exchange-touched = { $given } “{ $title }” { $done ->
    [yes] { $public ->
        [yes] is public, and has changed now:
       *[no] is a draft, and has changed now:
    }
   *[no] { $public ->
        [yes] is public. This would change:
       *[no] is still a draft. This would change:
    }
 }
exchange-by-hand = Note: a colleague changed “{ $name }” by hand, on { $at }. The file puts that back.
exchange-held = { $count ->
    [one] One public opportunity was not changed. Is the above right? Then give
   *[other] { $count } public opportunities were not changed. Is the above right? Then give
 }: kansenbode import { $file } --yes
exchange-closed = The source of { $given } has ended. The opportunity { $done ->
    [yes] is closed now for that reason.
   *[no] closes for that reason.
 }
exchange-reading = reading { $file }
exchange-writing = taking over { $file }
exchange-exported = { $count ->
    [0] There is nothing to export.
    [one] One opportunity is in { $file }
   *[other] { $count } opportunities are in { $file }
 }
exchange-unregistered = The prefix { $prefix } has not been registered yet. Ask the Open Contracting Partnership for one.
