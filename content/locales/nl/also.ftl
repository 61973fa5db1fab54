# Andere woorden voor codes, met een streep ertussen.
also-direction = ook
    .combined = gecombineerd | combinatie
also-partner = ook
    .known = bekend
    .new = nieuw
also-policy = ook
    .again = opnieuw
    .hold = vasthouden
