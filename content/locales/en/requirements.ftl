requirements-kind = Who are you? Then I only name what applies to you.
    .unsure = I do not know
    .unclear = Choose what fits best. Not sure? Then choose “I do not know”.
requirements-none = There are no fixed requirements for you.
requirements-can =
    We ask this: { $text }

    Can you do that?
    .fine = We can do that
    .unmet = We cannot do this
    .help = The municipality requires this. If you can meet it, choose that you can. If not, I tell you if there is another way.
    .unclear = Choose “We can do that” or “We cannot do this”.
requirements-instead =
    No problem, there is another way. { $instead }

    Can you do it like that?
    .instead = Yes, like that
    .unmet = No, not that either
    .help = You may do this in place of what we just asked. Not that either? You can take part all the same.
    .unclear = Choose “Yes, like that” or “No, not that either”.
requirements-noted = Good that you tell us. The municipality counts this, and sees if there is another way.
requirements-fine = That is all we ask, and you can do all of it. You can take part.
requirements-done =
    That is all we ask. What you can do: { $met } of { $all }. You can take part all the same.
    { $lines }
requirements-other = There is another way for: { $value }
requirements-open = The municipality still looks at: { $value }
requirements-along = The municipality does not see now who answered what. If you sign up, you choose whether it goes along.
requirements-add = Shall I put these answers with your interest? Staff of { $organisation } will read them then.
    .unclear = Type yes to put them with your interest. Type no not to.
requirements-added = They stand with your interest now.
requirements-left = All right, they go nowhere. The municipality does not see who answered what.
