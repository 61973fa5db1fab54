# What is wrong with a setting, and what is right. Never the value of a secret.

settings-wrong = { $name } is wrong{ $given ->
    [secret] { "." }
   *[other] : “{ $given }”.
 } It needs { $takes }. This is right: { $name }={ $example }
settings-unknown = { $name } is no setting. { $near ->
    [none] Those there are stand in docs/settings.md.
   *[other] Do you mean { $near }? All settings stand in docs/settings.md.
 }
settings-twice = { $name } and { $file } are both there. Keep one of them.
settings-no-file = { $name } is wrong: we cannot read the file “{ $given }”. This is right: { $name }={ $example }
settings-no-text = { $name } is no text. Save the file as UTF-8.
settings-unreadable = We cannot read { $name }. See to it that it is an ordinary file, and that the program may read it.
settings-takes = value
    .number = a whole number from { $low } to { $high }
    .text = a text of { $low } to { $high } characters
    .answer = true or false
    .time = a time, from 00:00 to 23:59
    .address = an address that begins with https:// or http://
    .choice = one of these words: { $allowed }
    .languages = one or more languages, with commas between them
    .zone = a time zone
    .ocid = the prefix that the Open Contracting Partnership gave: ocds- with six letters or digits
    .wall = a time without a time zone: that stands in KANSENBODE_ZONE
    .secret = a word of at most 256 letters, digits, hyphens (-) and low lines (_)
    .database = the address of a PostgreSQL database
    .hosts = one or more names of servers, with commas between them
    .origins = one or more addresses of websites without a path, with commas between them
    .colour = a colour as # with six digits or letters from a to f
    .picture = the name of a file that ends in .svg, .png or .webp
    .email = an e-mail address
settings-logo = { $name } is wrong: “{ $given }” { $why ->
    [unreadable] cannot be read. Put the file in the data folder, and see to it that the program may read it
    [large] is too large. A logo is at most 200 kB
    [unsafe] holds a script, or loads something from elsewhere. Save it as plain SVG or as PNG
   *[other] is no SVG, PNG or WebP that we can show
 }.
