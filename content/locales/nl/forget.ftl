forget-sure = Weet je het zeker? Ik wis dan alles wat we van je hebben: je berichten, je naam en hoe we je bereiken. Je open aanmeldingen vervallen. Dit kan niet terug.
    .yes = Ja, wis alles
    .no = Nee, bewaar het
    .unclear = Typ ja om alles te wissen. Typ nee om niets te wissen.
forget-done = Alles is gewist. We weten niet meer wie je bent. Dank je wel voor het praten, en misschien tot ziens!
forget-kept = Goed, ik wis niets.
