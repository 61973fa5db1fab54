# Names of codes. Each list is one message, each code an attribute.

code-direction = direction
    .formal = formal
    .informal = informal
    .combined = combined

code-state = state
    .draft = draft
    .open = open
    .closed = closed
    .decided = decided
    .withdrawn = withdrawn

code-origin = origin
    .municipality = the municipality's idea
    .challenge = residents' idea

code-arrangement = arrangement
    .contract = contract
    .subsidy = subsidy
    .management-agreement = management agreement
    .loan-for-use = loan for use
    .transfer-of-task = transfer of the task
    .transfer-of-property = transfer of the property
    .no-money = no money involved

code-role = the municipality's role
    .commissioner = commissioner
    .facilitator = helper in the background
    .equal-partner = equal partner
    .none = no fixed role

code-contribution = what the municipality brings
    .process-help = help with arranging things
    .room-in-rules = room in the rules
    .money = money
    .tools = tools
    .space = space

code-theme = theme
    .groen = green
    .ontmoeten = meeting people
    .zorg = care
    .jeugd = youth
    .sport = sport
    .cultuur = culture
    .energie = energy
    .werk = work
    .veiligheid = safety
    .verkeer = traffic
    .afval = waste
    .overig = other

code-party = kind of party
    .resident = resident
    .residents-group = residents' group
    .self-organisation = self-organisation
    .association = club or foundation
    .social-enterprise = social enterprise
    .firm = firm
    .housing-corporation = housing corporation
    .care-institution = care or welfare
    .school = school
    .municipality = municipality

code-interest = state of the interest
    .new = new
    .in-talk = in talk
    .invited = invited
    .agreed = agreed
    .declined = declined
    .withdrawn = withdrawn

code-question = kind of question
    .question = question
    .human = message to a colleague

code-checklist = checklist
    .agreements = Which agreements are there already, and with whom?
    .agreements-until = Until when do those agreements run?
    .agreements-talks = Are those agreements still being discussed?
    .notice = Where is the official notice?
    .responsible = Who stays responsible?
    .insurance = What about damage and insurance?
    .if-people-stop = What if people stop?
    .lent = Which tools or money does the municipality lend?
    .allowance = Is there an allowance for volunteers?
    .public-property = Which municipal ground or building do you use?
    .who-leads = Who may take the lead?

code-staff = role
    .viewer = viewer
    .editor = editor
    .sender = sender
    .administrator = administrator
    .privacy-officer = privacy officer
