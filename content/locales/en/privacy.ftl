# What a colleague reads who gives somebody their data or forgets them, and the file that this person gets.

privacy-written = All that we hold of person { $person } is in { $json } and { $text }. You alone can read them. Give them to the person, then throw them away.
privacy-forget =
    Forget person { $person }? Party: { $parties }. Interests: { $interests }. Questions: { $questions }. Messages: { $messages }.
    Names and words go, an interest that goes on ends. A group goes on without this person; telephone numbers and e-mail addresses go out of what it wrote down. This cannot be undone.
privacy-forgotten = Person { $person } is forgotten. Within a day all of it is off the disk too.

privacy-head = This is all that we hold of person { $person }, on { $at }.
privacy-foot = Do you want us to erase everything? You always can. Type “forget me” in the conversation, or ask us.
privacy-part-person = Who you are
privacy-part-address = Where we talk with you ({ $count })
privacy-part-consent = What you allowed, or took back ({ $count })
privacy-part-party = As whom you take part ({ $count })
privacy-part-follower = Opportunities of which you want to hear that they open ({ $count })
privacy-part-beforehand = What you answered to requirements before you signed up ({ $count })
privacy-part-interest = Your interests ({ $count })
privacy-part-interest-change = What changed in your interests, and what it was before ({ $count })
privacy-part-interest-message = What the municipality wrote to you about your interest ({ $count })
privacy-part-outcome = What was decided about your interest ({ $count })
privacy-part-weighing = How what you signed up with was weighed ({ $count })
privacy-part-plan = Your plans ({ $count })
privacy-part-question = Your questions ({ $count })
privacy-part-inbound = Messages from you ({ $count }). We erase their text after a while.
privacy-part-attachment = Photos, voice messages and files from you ({ $count }). They stand as files beside this one.
privacy-part-delivery = Messages to you ({ $count }). We erase their text after a while.
privacy-part-trail = What you passed on ({ $count })
privacy-part-code = Codes that you were given ({ $count })
privacy-part-event = What happened, and when somebody of the municipality read or did something of yours ({ $count })
