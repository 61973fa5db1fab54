requirements-kind = Wie ben je? Dan noem ik alleen wat voor jou geldt.
    .unclear = Kies wat het beste past. Twijfel je? Kies dan “groep bewoners”.
requirements-none = Er zijn geen vaste eisen voor jou.
requirements-can =
    Dit vragen we: { $text }

    Lukt dat?
    .fine = Dat lukt
    .unmet = Dit lukt ons niet
    .unclear = Kies “Dat lukt” of “Dit lukt ons niet”.
requirements-instead = Geen probleem, dan kan het anders. { $instead }
requirements-noted = Goed dat je het zegt. Ik heb het geteld, zonder je naam. De gemeente kijkt of het anders kan.
requirements-fine = Dat is alles wat we vragen, en alles lukt. Je kunt meedoen. De gemeente ziet niet wie wat antwoordde.
requirements-done =
    Dat is alles wat we vragen. Wat lukt: { $met } van { $all }. Je kunt toch meedoen. De gemeente ziet niet wie wat antwoordde.
    { $lines }
requirements-other = Dit kan anders: { $value }
requirements-open = Hiernaar kijkt de gemeente nog: { $value }
