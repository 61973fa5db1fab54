interests-none = Je hebt je nog nergens voor aangemeld.
interests-item = { $number }. { $title }
    Naam: { $party }. Code: { $reference }. Stand: { $state }.
interests-meeting = { $number }. { $title }
    { $seated ->
        [yes] Je komt naar de { $what }: { $when }, { $where }.
       *[no] Je staat op de wachtlijst voor de { $what }: { $when }, { $where }.
    }
interests-pick = Welke aanmelding wil je openen?
    .unclear = Kies een aanmelding, of typ waar die over gaat.
