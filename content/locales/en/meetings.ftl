# Coming to a meeting about an opportunity.

meetings-none = There is no meeting planned now.
meetings-card = Come by: { $what }
    .about = About
    .when = When
    .where = Where
    .room = Places
    .access = There is
    .spoken = Interpreter
    .notes = Also
meetings-free = Still free: { $value }
meetings-full = Full. You can go on the waiting list.
meetings-what = Will you come too? You do not have to take part yet.
    .come = Yes, I will come
    .another = Another meeting
    .back = To the opportunity
    .unclear = Will you come? Choose “Yes, I will come”. If not, choose “To the opportunity”.
meetings-own = Would you like to change anything?
    .people = Other number
    .leave = I will not come
    .another = Another meeting
    .back = To the opportunity
    .unclear = Choose what you would like to change. Or choose “To the opportunity”.
meetings-people = How many people will come? Count yourself too.
    .alone = Only me
    .unclear = Type a number, such as 2. Coming alone? Choose “Only me”.
meetings-needs = Do you need anything to be able to be there? For example an interpreter, or room for a wheelchair. You do not have to say anything. We delete it after the meeting.
    .skip = No, nothing
meetings-coming = { $people ->
    [one] You are on the list. See you then!
   *[other] You are on the list, with { $people } people. See you then!
 }
    .page = { $address }/bijeenkomsten/{ $id }.ics
    .read = To your calendar
meetings-waiting = It is full. You are on the waiting list, at place { $place }. If there is room for you, we tell you.
meetings-left = Thank you for saying so. You are no longer on the list.
