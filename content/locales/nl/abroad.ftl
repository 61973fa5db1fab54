# Wat gezegd wordt tegen iemand die een andere taal schrijft dan die van het gesprek: alleen het dringendste.
# Dit bestand is er ook in talen waarin we geen gesprek voeren. Een moedertaalspreker moet die lezen.

abroad-choose = Hoi! Ik spreek hier: { $spoken }. Welke taal wil je? Een medewerker kan je misschien helpen in je eigen taal.
abroad-stopped = Goed, ik ben gestopt. Je krijgt geen berichten meer van ons, ook niet over een aanmelding. De eerste knop: alleen nieuws over je eigen aanmelding. De tweede knop: niets.
abroad-interest = Goed. Je hoort alleen nog iets over je eigen aanmelding.
abroad-nothing = Goed. Je hoort niets meer, tot je zelf weer iets stuurt.
abroad-forget = Wil je dat ik je gegevens wis? Dan wis ik op elk kanaal je berichten, je naam en hoe we je bereiken. Dat kan niet terug. Je open aanmeldingen vervallen. De eerste knop: ja, wis alles. De laatste knop: nee, bewaar het.
abroad-forgotten = Je gegevens zijn gewist. Niemand kan ze nog zien, en we weten niet meer wie je bent. Binnen een dag zijn ze ook van de schijf. Alleen in reservekopieën staan ze nog, tot we die weggooien. Dank je wel!
abroad-kept = Goed, ik wis niets.
abroad-human = Je kunt een medewerker schrijven, ook in je eigen taal. Alleen de gemeente leest het.
abroad-sent = Je bericht is verstuurd. Een medewerker geeft hier antwoord, uiterlijk { $answer_by }.
