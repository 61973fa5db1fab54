stop-keep = You will get no more messages from us, not about an interest either. Would you still like news about that? Then choose “Only my interest”.
    .interest = Only my interest
    .all = Everything off
    .unclear = Choose “Only my interest” or “Everything off”.
stop-interest = All right. You will only hear about your own interest.
stop-meetings = You are no longer on the list of a meeting either: you would not hear if it is off.
stop-all = All right. You will hear nothing more until you write to us. Type “start” to begin again.
