# Keuzes die overal hetzelfde heten.
option = keuze
    .yes = Ja
    .no = Nee
    .skip = Overslaan
    .human = Medewerker
    .menu = Menu

option-and = en
option-words = andere woorden voor een keuze
    .yes = ja | jawel | jazeker | ja hoor | zeker | klopt | dat klopt | oké | ok | prima | goed | graag | is goed | 👍 | ✅ | ✔️ | j
    .no = nee | neen | nee hoor | liever niet | nee dank je | klopt niet | 👎 | ❌ | n
    .skip = overslaan | sla over | sla maar over | weet ik niet | geen | geen idee | niets | niks | volgende | -
    .join = meedoen | doe mee | ik wil meedoen
    .alone = ik alleen | in mijn eentje
    .group = samen | met buren | met vrienden
    .organisation = organisatie | bedrijf | vereniging | stichting
    .fine = ja | lukt | dat lukt wel | dat kan
    .unmet = nee | lukt niet | kan niet | dat lukt niet
    .interest = alleen mijn aanmelding | alleen over mijn aanmelding
    .menu = terug naar menu
    .resident = bewoner | buurtbewoner | ik alleen | alleen | ik
    .residents-group = groep | groepje | buren | buurtgroep | met buren
    .association = vereniging | stichting | club
    .social-enterprise = sociale onderneming
    .firm = firma | bv | zzp | zzp’er | ondernemer | eigen bedrijf
    .housing-corporation = corporatie | woningbouw
    .care-institution = zorg | welzijn | zorginstelling
