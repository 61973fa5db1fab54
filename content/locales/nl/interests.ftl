interests-none = Je hebt je nog nergens voor aangemeld.
interests-item = { $number }. { $title }
    Naam: { $party }. Code: { $reference }. Stand: { $state }.
interests-pick = Welke aanmelding wil je openen?
    .unclear = Kies een aanmelding, of typ waar die over gaat.
