# Answers to a question about an opportunity, from what is published already.

answers-found = This is what the opportunity says:
    .page = { $address }/kansen/{ $number }
    .read = Read all of it
answers-passage = “{ $text }”
answers-unnamed = I read nothing about “{ $thing }” here. It stands in no requirement.
answers-more = Not enough? Then ask the municipality.

# How people ask about something. Written as in listening.ftl.
answers-asked = what a question is about
    .place = =where | =where is/are/does it/this/that/happen | where exactly | address/location/postcode/map | which/what street/neighbourhood/area/place
    .until = until/till/by when/what/respond/apply/join | deadline | last/latest day/date/moment | closing/end date | when close/closes/end/ends respond/sign/apply/it/this
    .when = when start/starts/begin/begins/starting | start/starting date | how long/many last/lasts/take/years/run/run/for/commit | duration | =when is/it/does/this
    .time = how/what much/many time/hours/days/evenings/work | how often | hours/times/days per/week/month/a | time take/need/needed/commitment/cost | which/what day/days/times | workload
    .size = how big/large/wide | size/area/metres/meters what/how/many/square
    .age = age/old/children/kids/minors/teenagers from/how/what/can/may/minimum/must/limit/is
    .money = how/what much money/budget/funding/grant | budget/funding/grant/subsidy/financing | is/get/there/gives/pays money/funds | who/what pays/funds
    .rate = hourly/rate/rates rate/pay/fee/price/wage | rate/tariff | how much/many hour/hourly/euros | price/pay/fee hour
    .costs = cost/costs/pay how/what/much/anything/us/me/ourselves/own/do | expenses/costs/fee/contribution
    .decides = who/can/may/how decide/decides/decision/decisions/say/vote/choose | say/vote/influence have/get/our/in | have/get a say
    .leads = who/may/can lead/leads/leader/charge | lead/leader/leading
    .role = what/which does/do/role municipality/council/you
    .requirements = requirement/requirements/condition/conditions/criteria | what needed/necessary | do/must/need/have we/i/you diploma/experience/certificate/skills/qualification/qualifications/account/board/knowledge/licence | what expect/require/need/ask you/us/me/do/from | =who can/may join/apply/respond | can/may anyone/everybody/company/companies/foundation/group join/apply/respond
    .contact = contact person/official/who | who can/do/should call/email/contact/reach/speak/ask | who is in/contact/charge
    .parts = part/parts/piece/lot/lots/portion which/only/just/one/choose/are/a | which/what tasks/jobs/work | =what do/must/should/can i/we do
    .contributions = what/how give/gives/help/helps/provide/provides/offer/offers/support municipality/council/you | help/support get/from/is/there
    .arrangement = contract/agreement/lease kind/what/which/sign/get/is
    .together = together/partner/partners/cooperate must/have/can/may/with/need | alone can/must/may/do
    .formal = tender/bid/procurement/procedure/notice/award | official documents/procedure/notice
    .criteria = how/what judge/choose/assess/weigh/select/chosen/look you/municipality/for/we | criteria/assessment/selection
    .agreements = agreements/contracts already/existing/current/are/made | who does/runs/did it/this/now/before/currently
    .responsible = responsible/liable/liability/owner/owns/maintenance
    .insurance = insured/insurance/accident/damage | hurt/injured/falls/breaks if/somebody/someone/something
    .if-people-stop = stop/quit/leave/withdraw/cancel early/if/can/may/what/halfway/sick/move | notice/period period/early | sick if/get/am
    .lent = tools/tool/equipment/materials/material/mower/gloves/spades | borrow/lend/lent/loan | bring/buy own/ourselves/my/our
    .allowance = allowance/paid/salary/wage/wages/earn/payment | get/be/do paid/money/allowance for/i/we/it
    .public-property = ground/building/land/space/room of/municipality/may/use | open/accessible everybody/everyone/public | fence/lock/build/place may/can

# Words by which a published sentence is seen to be about something.
answers-said = what a sentence is about
    .place = number/numbers of/street | address | stands/stood/lies/located at/in/between
    .until = respond until
    .when = begins/starts on/in
    .time = hour/hours/day/days/evening/evenings a/week/month/year/per | every other week/month | every week/month
    .size = square metres
    .age = years older/younger/old | children/age
    .money = municipality gives/pays/has euro/euros | euros for | euros year
    .rate = euro/euros an hour
    .costs = costs about/euros/you/nothing | rent euros | pay yourself/nothing/own
    .decides = decide/decides/choose/chooses/vote/votes together/yourself/on/about/you/everybody
    .leads = lead
    .role = municipality stays/takes/helps/is part/partner/responsible/client
    .requirements = requirement/required/must at/have/least
    .contact = contact person
    .parts = contract/work consists pieces/of/parts | choose what you
    .contributions = municipality gives/helps/pays/provides/takes | borrow from us
    .arrangement = contract/agreement/lease/rent
    .together = alone street/association/group/can | work/works together/party/parties/with/other | need not alone
    .formal = bid | official documents
    .criteria = judge/look
    .agreements = contracts/agreements end/run/now
    .responsible = responsible/owner/owns
    .insurance = insured/insurance/insures/covered
    .if-people-stop = stop/stops if/can/tell/ahead
    .lent = borrow/lend/tools/lent
    .allowance = allowance/payment
    .public-property = everybody open/house/stays

# Words that say nothing in such a question.
answers-small = words that say nothing by themselves
    .filler = happens | happen | after | half | join | along | come | comes | they | them | their | our | us | who | why | when | much | many | exactly | about | there | project | opportunity | plan | people | person | somebody | take | give | given | know | must | should | make | work | does | done | per | during | then | need | needed | only | own
    .things = dbs/criminal | diploma/certificate/degree | chamber/commerce/registered | licence/license | experience | training/course/qualification | account | constitution/statutes | committee/board | passport | permit
