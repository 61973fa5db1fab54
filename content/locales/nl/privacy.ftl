# Wat een medewerker leest die iemand zijn gegevens geeft of vergeet, en het bestand dat die persoon krijgt.

privacy-written = Alles van persoon { $person } staat in { $json } en { $text }. Alleen jij kunt ze lezen. Geef ze aan de persoon zelf en gooi ze dan weg.
privacy-forget =
    Persoon { $person } vergeten? Partij: { $parties }. Aanmeldingen: { $interests }. Vragen: { $questions }. Berichten: { $messages }.
    Namen en woorden gaan weg, een aanmelding die nog loopt stopt. Een groep gaat verder zonder deze persoon; uit wat die opschreef, gaan telefoonnummers en e-mailadressen. Dit kan niet terug.
privacy-forgotten = Persoon { $person } is vergeten. Binnen een dag is alles ook van de schijf.

privacy-head = Dit is alles wat we hebben van persoon { $person }, op { $at }.
privacy-foot = Wil je dat we alles wissen? Dat kan altijd. Typ “vergeet mij” in het gesprek, of vraag het ons.
privacy-part-person = Wie je bent
privacy-part-address = Waar we met je praten ({ $count })
privacy-part-consent = Wat je goed vond, of terugnam ({ $count })
privacy-part-party = Waarmee je meedoet ({ $count })
privacy-part-follower = Kansen waarvan je wilt horen dat ze opengaan ({ $count })
privacy-part-beforehand = Wat je antwoordde op eisen, voor je je aanmeldde ({ $count })
privacy-part-interest = Je aanmeldingen ({ $count })
privacy-part-interest-change = Wat er aan je aanmeldingen veranderde, en wat het eerst was ({ $count })
privacy-part-interest-message = Wat de gemeente je schreef over je aanmelding ({ $count })
privacy-part-outcome = Wat er over je aanmelding is besloten ({ $count })
privacy-part-weighing = Hoe je aanmelding gewogen is ({ $count })
privacy-part-plan = Je plannen ({ $count })
privacy-part-question = Je vragen ({ $count })
privacy-part-inbound = Berichten van jou ({ $count }). De tekst wissen we na een tijd.
privacy-part-attachment = Foto’s, spraakberichten en bestanden van jou ({ $count }). Ze staan als bestand naast dit bestand.
privacy-part-delivery = Berichten aan jou ({ $count }). De tekst wissen we na een tijd.
privacy-part-trail = Wat je doorstuurde ({ $count })
privacy-part-code = Codes die je kreeg ({ $count })
privacy-part-event = Wat er gebeurde, en wanneer iemand van de gemeente iets van je las of deed ({ $count })
