# Waar je aan denkt voordat een kans opengaat.

warning-threshold-services = Let op: de waarde ligt boven de Europese grens voor diensten ({ $threshold }). Vraag een inkoper om advies.
warning-threshold-social-services = Let op: de waarde ligt boven de Europese grens voor sociale diensten ({ $threshold }). Vraag een inkoper om advies.
warning-threshold-works = Let op: de waarde ligt boven de Europese grens voor werken ({ $threshold }). Vraag een inkoper om advies.
warning-threshold-concessions = Let op: de waarde ligt boven de Europese grens voor concessies ({ $threshold }). Gaat iemand er zelf aan verdienen? Vraag dan een inkoper om advies.
warning-no-threshold = Voor { $day } kennen we de Europese grenzen nog niet. Vraag een inkoper om advies.
warning-informal-contract = Deze kans is informeel, maar de vorm is een contract. Boven deze grens moet dat bijna altijd met een officiële procedure. Kies formeel of gemengd, of leg vast waarom dat niet hoeft.
warning-options-apart = De verlengingen staan nog niet in het bedrag. Ze tellen mee voor de Europese grens. Tel ze op bij de waarde, en laat dit controleren door inkoop.
warning-split = Samen met { $others } is dit { $total }, op dezelfde plek, met hetzelfde thema en in hetzelfde jaar. De grens is { $threshold }. Wat bij elkaar hoort, mag je niet splitsen om onder die grens te blijven. Laat dit controleren door inkoop.
warning-intention-short = Bij ons staat een voornemen met één partij { $days ->
    [one] één dag
   *[other] { $days } dagen
 } open voor anderen, dus tot en met { $until }. Zet de laatste dag om te reageren later, of laat dit controleren door juridische zaken.
warning-formal-no-money = Deze kans is formeel, maar er is geen geld bij. Klopt de richting?
warning-starts-early = Het begint op { $starts }, maar reageren kan nog tot { $until }. Klopt dat?
warning-requirement = De eis “{ $text }” is vaak niet haalbaar voor: { $kinds }. { $why ->
    [accounts] Zij maken geen jaarrekening.
    [turnover] Zij hebben weinig of geen omzet en vermogen.
    [registration] Zij staan nergens ingeschreven en hebben geen statuten.
    [certificates] Zij halen geen keurmerk of certificaat voor één klus.
    [references] Zij deden dit vaak nog niet eerder.
    [guarantee] Geen bank staat voor hen garant.
    [insurance] Zij kunnen zo’n verzekering niet afsluiten.
   *[hours] Zij doen dit naast hun werk of school.
 } Schrijf erbij wat dan ook mag, of zeg voor wie de eis geldt.
warning-elsewhere = Let op: “{ $given }” ligt niet in jullie gemeente. Klopt dat?
warning-currency = De waarde staat in { $currency }. De Europese grenzen gelden in euro. Reken het bedrag om.
