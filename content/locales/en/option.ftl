# Choices that are called the same everywhere.
option = choice
    .yes = Yes
    .no = No
    .skip = Skip
    .human = A human
    .menu = Menu

option-and = and
option-words = other words for a choice
    .yes = yes | yeah | yep | sure | correct | that is right | ok | okay | fine | good | please | 👍 | ✅ | ✔️ | y
    .no = no | nope | no thanks | rather not | not right | 👎 | ❌ | n
    .skip = skip | skip this | i do not know | do not know | none | no idea | nothing | next | -
    .join = join | i want to join | take part
    .alone = just me | on my own
    .group = together | with neighbours | with friends
    .organisation = organisation | firm | association | foundation
    .fine = yes | we can | that is possible
    .unmet = no | cannot | not possible | we cannot
    .interest = only about my interest
    .menu = back to menu
    .resident = resident | neighbour | just me | me | alone
    .residents-group = group | neighbours
    .association = association | foundation | club
    .social-enterprise = social enterprise
    .firm = firm | company | business | freelancer | self-employed
    .housing-corporation = housing corporation | housing association
    .care-institution = care | welfare
