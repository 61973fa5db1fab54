"""The code lists of an opportunity. People read their names in `content/`, under `code-<list>`."""

DIRECTIONS = ("formal", "informal", "combined")
STATES = ("draft", "exploring", "open", "closed", "decided", "withdrawn")
EXPLORING = "exploring"
"""People read a draft and say what is missing; nobody signs up yet."""
ORIGINS = ("municipality", "challenge")
ARRANGEMENTS = (
    "contract",
    "subsidy",
    "management_agreement",
    "rent",
    "loan_for_use",
    "sale",
    "ground_lease",
    "transfer_of_task",
    "transfer_of_property",
    "no_money",
)
ROLES = ("commissioner", "facilitator", "equal_partner", "none")
CONTRIBUTIONS = ("process_help", "room_in_rules", "money", "tools", "space")
THEMES = (
    "groen",
    "ontmoeten",
    "zorg",
    "jeugd",
    "sport",
    "cultuur",
    "energie",
    "werk",
    "veiligheid",
    "verkeer",
    "afval",
    "overig",
)
PARTY_KINDS = (
    "resident",
    "residents_group",
    "self_organisation",
    "association",
    "social_enterprise",
    "firm",
    "housing_corporation",
    "care_institution",
    "school",
    "other_organisation",
    "municipality",
)
WITHOUT_LEGAL_FORM = ("resident", "residents_group", "self_organisation")
