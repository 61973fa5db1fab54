# Wat wordt afgedrukt of bewaard.

paper-signs = Sommige tekens kunnen niet op papier, zoals een emoji of een Arabische letter. Daarvoor staat hun nummer, zoals [U+2764].
