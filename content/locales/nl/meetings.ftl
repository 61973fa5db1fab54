# Langskomen bij een bijeenkomst over een kans.

meetings-none = Er staat nu geen bijeenkomst gepland.
meetings-card = Kom langs: { $what }
    .about = Over
    .when = Wanneer
    .where = Waar
    .room = Plaatsen
    .access = Er is
    .spoken = Tolk
    .notes = Handig
meetings-free = Nog vrij: { $value }
meetings-full = Vol. Je kunt op de wachtlijst.
meetings-what = Kom je ook? Meedoen hoeft nog niet.
    .come = Ja, ik kom
    .another = Andere bijeenkomst
    .back = Terug naar de kans
    .unclear = Kom je? Kies “Ja, ik kom”. Anders kies je “Terug naar de kans”.
meetings-own = Wil je daar iets aan veranderen?
    .people = Ander aantal mensen
    .leave = Ik kom toch niet
    .another = Andere bijeenkomst
    .back = Terug naar de kans
    .unclear = Kies wat je wilt veranderen. Of kies “Terug naar de kans”.
meetings-people = Met hoeveel mensen kom je? Tel jezelf mee.
    .alone = Alleen ik
    .unclear = Typ een getal, zoals 2. Kom je alleen? Kies “Alleen ik”.
meetings-needs = Heb je iets nodig om erbij te kunnen zijn? Bijvoorbeeld een tolk, of plek voor een rolstoel. Je hoeft niets te zeggen. Na de bijeenkomst wissen we het.
    .skip = Nee, niets nodig
meetings-coming = { $people ->
    [one] Je staat op de lijst. Tot dan!
   *[other] Je staat op de lijst, met { $people } mensen. Tot dan!
 }
    .page = { $address }/bijeenkomsten/{ $id }.ics
    .read = Zet in je agenda
meetings-waiting = Het is vol. Je staat op de wachtlijst, op plek { $place }. Komt er plek vrij? Dan hoor je dat van ons.
meetings-left = Goed dat je het zegt. Je staat niet meer op de lijst.
