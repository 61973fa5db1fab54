# Een vraag van een bewoner, voor wie antwoord geeft.

console_question-hidden = Wat er staat, zie je niet in jouw rol.
console_question-personal = Let op, dit kan over een persoon gaan:
console_question-given =
    .all = Antwoord voor iedereen
    .one = Antwoord aan wie het vroeg
console_question-public-was = Zo staat de vraag op de pagina: { $text }
console_question-answer = Jouw antwoord
console_question-answer-hint = Schrijf zoals je praat. Noem een dag als je iets belooft.
console_question-who = Wie leest dit antwoord?
    .one = Alleen wie het vroeg
    .all = Iedereen: het komt ook op de pagina van de kans
console_question-public = De vraag, zoals iedereen die leest
console_question-public-hint = Alleen nodig als iedereen het leest. Laat weg wie het vroeg, en waar die woont.
console_question-look = Bekijk wie het krijgt
console_question-before = Wat er vooraf is gezegd
console_question-asked = Gevraagd
console_question-by = Antwoord beloofd voor
console_question-answered = Beantwoord
console_question-reads = Collega’s die antwoord geven, lezen deze vraag. Dat jij die las, schrijven we op.
    .talk = Wie dit vroeg, vond goed dat je het gesprek ervoor leest. Dat jij dit las, schrijven we op.
console_question-alike = Eerder beantwoord bij deze kans
console_question-correct = Verbeter dit antwoord
console_question-correct-hint = Wie het eerste antwoord las, krijgt ook het nieuwe.
