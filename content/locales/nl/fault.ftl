# Wat niet kan kloppen in een kans.
fault-negative = { $what }: { $amount } is lager dan nul.
fault-amount = { $what }: { $amount } is te hoog. Hooguit { $most } kan.
fault-currency = “{ $given }” is geen munt. Schrijf een munt als EUR.
fault-long = { $what }: { $given } tekens is te lang. Er passen er { $most }.
fault-weights = De beoordelingspunten tellen samen voor { $sum }%. Maak er samen 100% van.
fault-questions-late = Vragen stellen kan tot { $questions }. Dat is later dan reageren: tot { $answers }.
fault-answers-past = De laatste dag om te reageren is al voorbij: { $until }. Kies eerst een nieuwe dag.
fault-deadline-cleared = Een openbare kans heeft altijd een laatste dag om te reageren. Kies een andere dag, of sluit de kans.
fault-questions-past = De laatste dag voor vragen is al voorbij: { $until }. Kies een nieuwe dag.
fault-plan-early = Plannen kunnen tot { $plans }. Dat is niet later dan reageren: tot { $answers }. Kies een dag erna.
fault-plan-past = De laatste dag voor plannen is al voorbij: { $until }. Kies een nieuwe dag.
fault-answer-days = Beloof een antwoord binnen 1 tot { $most } dagen, niet { $given }.
