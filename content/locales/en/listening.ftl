# How people say what they want. Between the bars stands a phrase of a few words each time: in any
# order, with a few other words between them. A slash: one or the other. A star: the word may go on.
# An equals sign: only if nothing else is said. A tilde: the words may stand far apart. A star may also
# begin a word that is the end of a longer one. A plus: right behind the word before it.

listening-class = kinds of words, for each phrase in which their name stands between angle brackets
    .ends = stop | stops | stopped | stopping | quit* | cease* | end | ending | halt | cancel* | unsub* | discontinue* | knock | mute | muting | suspend* | terminate* | desist
    .writes = messag* | texts | texting | texted | notif* | sending | contacting | spam* | news | newsletter* | updates | alerts | bothering | writing | calling | sms* | communication* | correspondence | mailings | letters | reminders | invitations | pings | pinging | invites | contact
    .needs = need | interest | interested | wish | want
    .never = no | not | never | dont | without | nothing
    .longer = more | any | anymore | longer | again | another
    .not-done = contacted | messaged | texted | called | bothered | disturbed | spammed | notified | approached | informed | mailed
    .spared = alone | peace | out | be
    .pests = sick | tired | fed | enough | done | bored | finished
    .lists = list | lists
    .get-rid = off | out
    .systems = system | systems | records | record | database | files | register | computer | memory | servers | cloud | archive | archives | addressbook | logs
    .deletes = delete* | erase* | erasing | remove* | removing | wipe* | wiping | clear* | destroy* | purge* | scrub* | forget | forgotten | shred* | nuke | nuking | anonymise | anonymize | deactivate | obliterate | expunge | redact
    .takes = take | get | throw | put
    .away = away | out | off | rid | gone
    .offs = off | down | out
    .turns = switch | switching | turn | turning | shut | shutting | cut | cutting | knock
    .mine = data | details | information | info | name | number | phone | email | address | account | profile | messages | conversation | chat | history | record | records
    .all = everything | anything | all | whatever | stuff | traces | trace
    .must = must | should | may | can | want | have
    .keeps = keep* | store* | storing | save* | hold | holding | use | have
    .people = human | somebody | someone | anybody | anyone | person | staff | colleague | official | employee | agent | representative | operator | manager | alderman | clerk | lady | adult | supervisor | advisor | adviser | councillor | receptionist | helpdesk
    .talks = speak* | talk* | spoke | chat | call | calling | ring | phone | reach | contact | discuss* | explain* | meet | tell | put | connect* | transfer* | telephone | dial | callback | escalate
    .machines = robot* | bot | bots | chatbot* | computer* | machine*

listening-wish = what somebody wants, at any question
    .link = =another/other channel | continue/go/talk/move/carry/switch on/via/in/to/with whatsapp/telegram/signal/phone/computer/laptop/another | =whatsapp/telegram/signal | link conversation/chat/telegram | another/other/different device/phone/channel/computer
    .email = mail/email me/us | ~mail/email me/us answer/news/decision/something | send mail/email/emails me/us | by/via/per mail/email | can/could/want/like/please get/receive mail/email/emails
        | message*/answer/reply/news/decision/notification*/notified get/receive/send/sent x1
    .no-mail = stop*/quit/cease mail*/email* | no/not/dont more/any/another/longer mail*/email* | dont/not/never mail/email me/us/anymore/more
        | dont/not/never send/want/need mail*/email* | unsubscribe/cancel mail*/email* | turn/switch off mail*/email*
    .stop = stop | unsubscribe | quit | want/wanna/like stop/quit/unsubscribe | =want/wanna out | stop messag*/text*/send*/mail*/contact*/write*/writing | no/not/dont more/any/another messag*/text*/mail*/news/notif*
        | dont/not/never send/text/message/write/contact/mail me/us/anymore | dont want messag*/text*/news/notif*/hear | no/nothing/not more/anything/anymore hear/receive/get | leave me alone | take/remove me list | opt out | sign me off
        | =dont want this/anymore/any/more | =no more | =stop it/this/that/now | turn off messag*/notif* | cancel subscription
        | =enough/silence/mute/cease/end/unsub | not interested messag*/anymore/any/in/texts | dont/not/never bother/disturb/spam/annoy me/us | get/take/remove/leave me/us off/out/list/group | stop/quit/end/cease it/this/these/conversation/messag*/text*/contact*/bother*/spam*/send* | block you/me/number | want/wish out/off/unsubscribed | no longer want/wish/receive/contact/messag*
        | dont/not want/need/wish any/anything/more/this/these/receive/get/texts/from | remove/delete/take my number/email/me list/off/from | stop/quit/end please/now/this/it/all/messaging/texting/writing | do not/never contact/message/text/write me/again | enough messages/of/already | sick/tired/fed of/messages/up | cancel messages/notifications/everything/my | pls/please stop/quit/unsubscribe
        | how/can/get/take/remove/want off/from/out list/mailing/this | =stop contacting/bothering/writing | never asked messages/this/these/for | quit/stop sending/messaging/it/this messages/texts/please | off your/the/this list | never again text/message/write/contact
        | =<ends> | <ends> <writes> | <never> <longer> <writes> | <never> <needs> <writes> | =<never> <longer> this/of/these/please | <never> <longer> of this/these/that/it | leave/left/let <spared> me/us/in
        | <turns> <offs> <writes> | =<turns> it/this/that/these <offs> | <pests> <writes> with/of/up/about | =done with this/it/you | <pests> <writes> im/am | give me/it/us +a/some break/rest/peace | lose/forget my number | drop/strike/scratch/cross me/us list/from/off | count/leave/keep me/us out | pack it in | <never> <writes> please/again/more/longer/any | rather/prefer not/no <writes> | dont/not want/wish/like hear you | get off list/this/these <writes> | how get <get-rid> list/thing | how get off this/these | instead/could/would +you stop/quit | opt/opting out | mind not <writes> | mind not/stopping contact*/messag*/text*/writing/sending/bothering
        | <never> want/wish/like <not-done> | <never> <longer> <not-done> be/being/get
    .forget = forget me | delete/erase/remove/wipe/clear me/myself | delete/erase/remove/wipe/clear/destroy my/all/the data/details/information/info/account/profile/messages/chat/number/name/conversation | delete/erase/remove/wipe everything/all you/me/my/have | =delete/erase/remove/wipe everything/all | right be forgotten | dont/not keep/store/save data/details/information/anything me/my
        | delete/erase/remove/wipe/clear/forget/destroy/purge/scrub my/me/everything/all/data/details/records | right to/be erasure/forgotten | =delete/erase/remove/wipe/forget | gone all/everything/data/want/information
        | wipe/delete/erase/remove/clear/destroy whatever/everything/anything/all/what you/i me/know/have/about/said/typed/wrote | get/getting rid data/details/information/records/everything/me/it | data/details/information/info/name/number gone/deleted/erased/removed/wiped want/be/my/is
        | <deletes> <mine> | <deletes> me/myself | forget i/im/ive | <mine> <away> <must> | <mine> <keeps> <never> | <systems> remove*/delete*/erase*/take/off/out/from me/name/number/phone | forgotten/deleted/erased/removed/wiped want/right/like/please be
        | <deletes> <all> about/on +me/us |  <never> <all> about/of me <keeps> | close/cancel/shut/terminate/deactivate my account/profile | no/leave trace/traces me/of/my | <takes> me/my/us out/off/from <systems> | take down data/profile/details | <systems> <never> be/in/appear your/the | stop/withdraw/revoke consent
    .human = human | =person | staff | employee | operator | speak/talk/chat/speaking/talking somebody/someone/person/human/colleague/employee/staff/official | real/actual/live person/human/people/someone/somebody | call/phone/ring me/back | =can i call/phone | =call/phone number | phone number municipality/council/your | dont/not/no robot/bot/machine/computer talk/talking/to/speak | speak/talk/contact/call municipality/council/city/town | customer service | someone/somebody/anyone help me | get/put me through/human/person
        | let/want/need/can speak/talk/contact someone/somebody/person/human/staff | with/from human/person/someone/somebody | help from/by human/person/someone | can/could/may/should +i/we come/visit/drop by/in/over/office/desk/counter/hall/town | want/like/rather/prefer come/visit/go office/desk/counter/hall/town | appointment make/with/to | contact person/someone/details/you/council/municipality | call/phone/ring/reach you/someone/somebody/council/municipality/number | human/person/someone please/instead/real/there
        | agent/representative/operator/staffer | talk/speak/chat real/actual/human/someone/somebody/agent/person | put through colleague/someone/human/person/somebody | somebody/someone/anybody/anyone ring/call/phone/speak/talk/reach/contact | ring/call/phone me/back/somebody/someone
        | want/need/get/give human/person/someone/somebody
        | <talks> <people> | rather/prefer/instead <people> | ~<never> <machines> <talks> | =<people>
        | put/hand/pass/transfer/connect/forward/switch me/us <people> | number/phone can/could +i/we call/ring/dial | what/which number/phone your/council/call/ring | who can/could/do i/we/help ring/call/ask/talk/speak/me/us | somebody/someone/anybody/anyone from/at council/municipality/town/city/office | in +person | face +to +face | <never> <machines> want/like/please/no
    .my-data = =my data/details/information | what/which know/have/store/keep/hold/saved/stored me/my | see/view/show/download/get/access/request my data/details/information/info | what/which data/information/info have/hold/keep/store you
        | copy data/information/details/my | what/which data/information/details about me/have
        | show/see/get me/my data/information/details hold/have/keep/store
    .privacy = privacy | gdpr | what/how do/happens/use/handle/using data/information/details/messages | who reads/read/sees/see/can this/messages/it/read/see | =is this/it safe/secure/anonymous/private/confidential | share/sell my data/information
        | shared/sold/public/published is/will/be/my name/number/data/this | why need/want/ask/do name/number/email/address/phone | what do/happens/use/with name/number/email/address/phone | how long keep/store/kept | confidential/anonymous/private stay/is/this/remain/be | where goes/go data/message/messages | have/must give/use real name | data protection
        | who/can/does/will boss/police/neighbours/neighbors/others/everybody/everyone/employer/landlord/anyone see/sees/read/reads/get/gets/know/sell/share | who gets/get/see/sees/read/reads/has number/name/email/address/this/messages/phone | sell/share/pass/give you/do/my/on data/details/number/name/address/information | do/happens/happen/doing what/with name/number/data/what i/my/type/write/say | private/confidential/anonymous/safe chat/this/is/conversation | privacy policy/statement/notice
        | safe give/share/type/enter/leave
    .help = help | how does/do this/it/that work | what can you do | =what is/are this/you/these | =what should/must/do i do/type/say | who are you | are you robot/human/real/bot
        | =what is this/thing | =what/who are/is this/you
    .language = other/another/different language | change/switch language | speak/talk/write/continue/switch english/dutch/turkish/polish/arabic/ukrainian/german/french/spanish/russian | =english/dutch/turkish/polish/arabic/ukrainian/german/french/spanish/russian | dont/not/no/cannot/cant/little/bad speak/understand/read/know/my dutch | in english/turkish/polish/arabic/ukrainian | =no dutch | =anyone english
        | english/dutch version/translation/text | in/to/into english/turkish/polish please/can/is/switch
    .meetings = information/info +meeting*/evening*/session*/night | meeting*/gathering* | open +day/days/house/evening | =work +day/days | =when can/may i/we come/visit/look by/over/around
    .interests = my interest/interests/application/applications/registration/registrations/signup | what/where have/did i sign*/apply/applied up | change/withdraw/see/check/status my/of interest/application/registration
        | what happened/happens status application/registration/interest/signup | i already/have signed/registered/applied up/for | am i signed/registered up | where signed/registered have/up/for
        | what did/have/i apply/applied/sign/signed/registered for/up | signups/signup/registrations my/show/see | show/see me/my what signed/applied/registered up/for
        | my sign/signed ups/up
    .question = =question | have/got question/questions | ask question/something | may/can i ask
    .start = =start/begin again/over | restart
    .menu = =main/the/show/to menu
        | main menu | =options | =what are my options | =show options/choices/menu
    .back = =back | =go/take/step back | previous question/step | change/edit my/previous/last answer | =mistake | made mistake
        | want/can/let go/get back | =oops | =wrong answer/button/one | pressed/clicked/typed/chose wrong/mistake | previous/last question/answer/step | =wait back | one step back | undo
    .cancel = cancel | =never mind | =nevermind | =forget it | =leave it
        | changed my mind | dont/not want continue/go/on/this | =i dont want to/do/this | =stop this | abort | =leave it/be | =rather not | not doing/going this/through | call off/it | quit this/form
        | =wont/not do/doing it/this | =scrap this/it/that | dont/not want sign/signing/join/apply up/anymore/anymore | =dont send it/this | =i am/im out | =changed/change mind | =rather not | withdraw/drop registration/application/this/it/my | =drop it/this | =not anymore/interested
    .browse = show/see/view/which/what opportunities/projects/options | =opportunities | volunteer/volunteering want/work/like/to | what can i do neighbourhood/here/area/help | do something neighbourhood/community/street/area | =want help/to | =i want to help/join | show everything/all/me

listening-option = what somebody chooses, where that is asked
    .join = ill/well help/join/come/do/volunteer | join | take/taking part | participate | sign/signing me/us/up | want/like/can/could/love to/help | count me/us in | =im in | interested | =yes i want | enrol
        | want/like/love/willing/happy/can/could help/join/volunteer/contribute/participate/take/out/part/in | how do/can/to i join/sign/register/participate/apply | =sounds great/good/fun/nice | =i am/im in/interested/up/for/it | lend hand | be part | chip in | sign/register/enrol me/up | volunteer
        | i/we/id/can/could/would/like/love help/join/plant/dig/weed/mow/garden/volunteer/participate out/too/happy/with/want/glad | have time/spare/free/tools/experience | interested in/to/helping | count sign me/us in/up | keen | how can/do i/we help/join/sign/participate
        | put/sign/write/count me/us down/up/in/on | up for this/it/that | id/we/i/would/friends/love like/love/want help/volunteer/join/out | help out | volunteer | lend/give hand | how can/do i/we sign/join/apply/help up/in | running/run/take/taking over interested/want/it
        | =i/we/want/like/love help/join my/the/our/this/neighbourhood/neighborhood/community
        | can/could/will/would do this/that/it | involved get/be/become
    .more = tell/know/read/learn/info/information/details more | more info*/details | =more | =details | =what is this/it about | explain
    .requirements = what/which require*/expect*/need*/ask/conditions you/of/do/are/the | requirements | conditions | what need i have
    .answers = questions others/other/people | what did/have others/people ask/asked
    .share = share | pass/send/forward on/this/it/friend*/neighbour* | =link
    .others = other/another/different opportunit*/project*/one/ones/things | something/anything else | =others | not/nothing for me
        | what/anything/something else have/is/do/got/there/you
    .nearby = near/nearby/neighbourhood/close/around me/my/here/by/in | nearby | =my area
    .theme = theme/themes/topic/topics/subject | =by theme/topic
    .all = =all | =everything | show/see everything/all | =doesnt matter
    .alone = =alone | by/on myself/my/own | just me
    .group = with neighbours/neighbors/friends/group/family/husband/wife/others/sister/brother | =together | we are/have group/together
        | i/me/we/us and husband/wife/partner/friend*/neighbour*/neighbor*/sister/brother/mother/father/daughter/son/kids/children/family/colleague*
    .organisation = organisation/organization/foundation/company/association/business/charity/school/church
    .yes = yes/yeah/yep/yup/ok/okay/sure/correct/fine/good/great/perfect/right/agreed/absolutely | save/send it/this/please/ok | looks/all/is good/right/fine/correct | go ahead
        | =thats/that/it/everything/all is/right/correct/fine/good | =save/send/submit/confirm it/this/that/please/now | looks good/right/fine/great/correct | =yess/yea/ya/aye/definitely/exactly/indeed/done/perfect | =please do/save/send | =thats it | submit/confirm
        | =all/it good/fine/right/correct send/thanks/it | send it/this | looks good/fine/right
    .no = no/nope/wrong/incorrect | not right/correct/yet | change/edit/correct/fix want/something/name/it/the/this | name/text/spelling is wrong/not/different
        | not right/correct/ready/yet/quite/true | should/must/needs be different/changed/change | something wrong/missing/different/forgot/add/change | forgot add/something/mention | name/text/number wrong/different/change/edit/incorrect/misspelled | =no wait/not/that/thanks/its | =wait
        | =nah/nope/noo | =not good/right/ok | wrong/misspelled/mistake/different name/spelling/it/in/there
    .enough = no/nope/nah thanks/thank | thanks/thank/cheers/clear | =yes/yeah/ok/okay/fine/good/enough/great/perfect | =thats/that is/it enough/fine/good/clear/it | know/have enough | no need
    .send = =no/nope | send/ask my/question/it/them/municipality | not what i/wanted/asked/meant | =not really | no/not answer/helpful
    .skip = skip | =dont/not know | =no idea | =none | =nothing | =rather/prefer not/say | =next | =not needed/necessary | =later
        | dont/no/not have phone/email/number/mobile | dont/not/rather want/wish/like give/share/say/my number/email/that/to | =here is fine/enough/ok | =just/only here/chat | =private | =not applicable | =na
    .interest = only my/interest | =about my interest
    .keep = =keep it/all/everything
    .withdraw = withdraw* | take/pull me/us/my/out/interest back/out | dont/not want/join/taking to/part/anymore/any more/part | =sign me/us off/out
    .fine = can/works/fine/possible/problem that/we/no/ok/for/us
    .unmet = cant/cannot/not/dont possible/do/have/that/we/this

listening-tone = how somebody says something
    .ahead = what/how comes/happens/follows/is after/next/afterwards/then | =whats/what next | how many/much questions/steps more/left/come/are | =is this/that last/all question/step
    .hello = =hi/hello/hey/morning/afternoon/evening/hiya/greetings | =good morning/afternoon/evening/day | =hi/hello/hey there
    .bye = =bye/goodbye/cheers/byebye | =done/finished | =see you/ya later/soon | =have nice/good day/evening
        | =talk/speak/catch later/soon/you/to | =good night | =have to/gotta/got go | =take care | =later | =until/till next time
    .thanks = =thanks/thank/thx/ty/cheers | =thank you very/so/much | =thanks lot/much/so
        | thanks/thank/thankyou for/your/help/you | much appreciated | =appreciate it/that
    .insult = fuck*/shit*/bullshit | idiot*/moron*/bastard*/asshole* | stupid/useless/dumb/rubbish bot/robot/thing/machine/system/council/computer | =stupid/useless/rubbish | piss off
        | you suck/stink/useless/stupid/dumb | shut up/it | go hell/away | hate this/you/bot/it | damn/crap/garbage/trash/rubbish/wtf/nonsense | waste time | worst bot/service/thing/ever | dumb* | screw you
        | useless/worthless/pathetic/idiotic piece/junk/bot/thing/you | go hell/to | stupid/dumb/idiot bot/you/machine/thing | piece junk/crap/garbage
    .complaint = complaint/complain/complaining | disgrace/disgraceful/unacceptable/scandal* | report broken/problem/nuisance | rubbish/bin/streetlight/pothole broken/full/everywhere/collected | nobody/noone listens/answers/responds/cares | angry/disappointed/fed i/am/im/up
        | broken/dirty/full/dangerous/blocked street/light/bin/pavement/road/playground/bench/drain/the | not/never collected/fixed/repaired/emptied/answered | noise/nuisance/rats/litter/parking neighbours/street/here/in/problem | waiting weeks/months/long | passport/licence/permit/benefit/tax apply/renew/my/pay/new | called/emailed/reported already/times/weeks
        | ~report/reporting pothole/broken/problem/noise/damage/rubbish/litter/nuisance | pothole* | ~*light/streetlight/lamp/streetlamp/bench/bin/pavement/road/playground/fence broken/out/damaged/dangerous/overflowing/full/been/weeks/not | nobody/noone/never picks/collects/comes/cleans/answers/does/emptied/collected rubbish/bin/bins/anything/here/street/litter/phone | bin/bins/rubbish/trash/garbage not/never/isnt/hasnt emptied/collected/picked | terrible/awful/poor/bad service | waiting/waited weeks/months/days/ages | loud/noisy music/neighbours/night/party
        | ~street light/lights/lamp broken/out/damaged/not
        | ~glass/noise/dogs/rubbish/rats playground/street/night/neighbours/everywhere/park
    .unknown = dont/not know | no idea/clue | =not sure/yet/decided | =unsure | dunno | =idk | need think/ask | =none/nothing yet
        | =hmm/um/uh/pff | =you choose/decide/tell | =hard/difficult to/say/question | not sure/certain/decided/yet | =no clue/idea/preference | havent decided/thought
    .nameless = no/not/without/havent name yet/have/group/we | =no name | =nothing yet | dont have name
        | dont/not/havent have/got one/name/it yet | =dont/not/havent have/got one/any
    .puzzled = what do/does you/that/this mean | =what/huh/how/why/pardon/sorry | dont/not/cant/cannot understand/get/follow/clear | =what should/do/must/can i write/type/say/put/answer/here/fill | example give/an/for/show | unclear | confused
        | what does/do/is mean/this/that/you | =why/what/which/like/for what/example/name/kind/exactly | explain question/again/please | =what name/group/question/kind | rephrase/repeat/simpler/differently | =no idea what/you/mean
        | =dont/not get/understand it/this/that | get/understand dont/not it/this | what does/do it/that/this mean/means
    .contact = =my number/email/address/phone is

listening-change = how somebody puts an answer right
    .wrong = is/are not right/correct | wrong* | mistake* | incorrect* | change*/edit*/correct/fix*/rewrite* | different* | no | misspell* | actually
    .becomes = is | should be | must be | are called | am called | called | to | into | are | am
    .before = we | i | actually | just | now | called
    .after = please | instead | thanks

listening-small = words that say nothing by themselves
    .filler = i | by | after | you | we | us | me | my | the | a | an | this | that | these | it | its | to | of | for | with | in | on | at | and | or | but | so | please | plz | pls | want | would | like | could | can | may | will | do | did | does | now | just | some | any | from | your | is | am | are | be | im | id | ill | yes | no | hi | hello | hey | dear | sorry | really | right | away | immediately | again | about | all | everything | here | there | need | have | has | get | let | lets | thanks | thank | also | too | more | what | how | which | if | not | possible | anymore | any | today | something | sir | madam | go | up | out | off | already | well | wanna | with | whatever | know | ok | okay | also | actually | really | anyone | anybody | somebody | someone | through | down | hereby | whole | very | much
    .more = and | also | too | but | with | plus | only | except
    .not = not | dont | do not | no | never | without | cannot | cant | wont | nothing | didnt | neither | none
    .asks = what | where | who | when | why | how | which
    .may = can | could | may | is | are | do | does | will | would | should | must | has | have
    .joins = and | but | or
    .parts = opt | sign
    .others = he | she | they | everybody | husband | wife | mother | father | mum | mom | dad | son | daughter | sister | brother | neighbour | neighbor | neighbours | neighbors | friend | friends | people | kids | children | residents | clients | uncle | aunt | grandma | grandad
    .whose = my | his | her | our | the | a | many | old | some | all | their | those
    .wonders = no idea | dont know | i wonder | wondering | wonder | want to know | like to know | can you tell me | could you tell me | tell me | not sure | dont understand
    .again = after | again | anyway | still
    .before = and | but | until | till | from | for | with | since | by | so | ok | well | hi | hello
    .who = i | we | im | were
    .self = i
    .does = can | could | want | would | have | do | go | come | give | bring | help | make | need | must | live | are | am | will | look | know | take | work | like | love
    .article = the | a | an
    .introduces = i | am | im | my | name | names | is | called | call | me | us | we | our | group | you | can | may | just | its | the | mr | mrs | ms | miss | were | are
    .whom = i | you | we | they | it | he | she | there | this | that | my | the | people | somebody | anyone

# What stands before a name and is no part of it. After one of `being` a capital is due.
listening-name = how somebody gives a name
    .called = my name is | our name is | the name is | we are called | we’re called | i am called | we call ourselves | call me | call us | the group is called | our group is called
    .being = i am | i’m | i'm | im | we are | this is | it is

# Words of languages that are spoken here too: German, French, Spanish.
# Words of languages that are spoken here too, by their kind.
listening-elsewhere-class = kinds of words of other languages
    .ends = aufhoren | aufhort | abmelden | beenden | arret* | cessez | desabonn* | dejen | dejar | paren | parar
    .writes = nachricht* | schreiben | schicken | messages | ecrire | envoyer | envois | mensajes | escribir | enviar
    .never = keine | kein | pas | plus | no
    .sends = schreib* | schick* | nachricht* | ecriv* | envoy* | escrib* | envi* | mand*
    .deletes = losche* | loscht | loeschen | entfern* | effac* | supprim* | oubliez | oublier | borr* | elimin* | olvid*
    .mine = daten | mich | donnees | datos | nummer | numero | compte | cuenta | nom | nombre | todo | tout | alles
    .talks = sprechen | reden | anrufen | parler | appeler | hablar | llamar
    .people = mensch* | mitarbeiter* | jemand* | quelquun | personne | humain | conseiller | alguien | persona | humano | empleado

listening-elsewhere = words of other languages
    .filler = ich | mochte | bitte | meine | je | voudrais | veux | mes | svp | quiero | mis | favor | por
    .nameless = kein/keinen name/namen noch | pas de nom | sin nombre
    .cancel = =abbrechen | =annuler | =cancelar
    .skip = kein telefon | pas telephone | no tengo telefono
    .thanks = danke | merci | gracias
    .hello = =guten tag/morgen | =bonjour/bonsoir/salut | =hola/buenos dias
    .puzzled = verstehe nicht | comprends pas | no entiendo
    .unknown = weiss nicht | je sais pas | no se
    .join = ich mochte/will mitmachen/helfen | je veux/voudrais participer/aider | quiero participar/ayudar
    .no = non | nein | falsch
    .yes = oui | si | jawohl | genau | stimmt
    .stop = =<ends> | <ends> <writes> | <never> <sends> | aufhoren | abmelden | keine nachrichten mehr | arretez | arreter | plus de messages | desabonner | parar | no mas mensajes | basta
    .forget = <deletes> <mine> | losche*/loschen daten/alles/mich | vergiss mich | supprime*/supprimez/effacez donnees/tout/moi | oubliez moi | borra*/borre/borrar/elimina* datos/todo
    .human = <talks> <people> | mitarbeiter* | mensch* sprechen/reden | parler quelquun/personne/humain/conseiller/employe | hablar con persona/alguien/empleado/humano
    .my-data = meine daten | mes donnees | mis datos
    .privacy = datenschutz | confidentialite | privacidad
    .help = hilfe | aide/aidez moi | ayuda
    .language = deutsch | auf deutsch | francais | en francais | espanol | en espanol | kein niederlandisch/hollandisch | parle pas neerlandais/hollandais

# Ordinary words by which a language is known.
listening-spoken = in which language somebody writes
    .tr = merhaba
    .pl = czesc
    .ar = مرحبا
    .uk = привіт
    .de = guten
    .fr = bonjour
    .es = hola
    .en = the | i | you | my | want | help | please | speak | english | dutch | dont | what | how | hello | join | would | like | can | with | is | are | understand | do | this | it | there | who | when | where | to | and | have | no
    .nl = ik | je | het | een | niet | graag | wil | hoe | wat | waar | doen | mee | van | voor | met | de | kan | hallo
