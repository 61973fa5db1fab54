# What people read in a group, on a board or in a newsletter.

venue-introduction = Hi! I am the automatic assistant of { $organisation }. Now and then I tell here about a task in the neighbourhood that you can take part in. A colleague first looks if that fits here. I do not read along. I answer only when you reply to a message of mine. Want to know more? { $chat ->
    [none] { $address }/c/{ $code }
   *[other] { $chat }
 }
venue-answer = I answer briefly here, so that the group stays quiet. Ask your question in a talk with me alone: { $chat ->
    [none] { $address }/c/{ $code }
   *[other] { $chat }
 }

venue-card = Take part: { $title }
    .where = Where
    .until = Answer by
    .money = Money for the whole term
    .page = { $address }/c/{ $code }
    .read = Read everything
    .chat = Talk about it, with me alone
venue-card-only-in = (only in { $spoken })
venue-card-where = Where: { $places }.
venue-card-until = Answer by { $until }.
venue-card-money = Money: { $value } for the whole term.
venue-card-no-bid = A message from { $organisation }. This is not a bid; nothing binds you.
venue-card-closed =
    Closed: { $title }

    You can no longer answer. You can still read it.
    .page = { $address }/c/{ $code }
    .read = Read it again

venue-forward =
    Take part in the neighbourhood: { $title }

    { $summary }
venue-forward-link =
    Read more and answer here: { $address }/c/{ $code }

    A message from { $organisation }. Nothing binds you.
venue-qr-title = QR code to: { $title }
