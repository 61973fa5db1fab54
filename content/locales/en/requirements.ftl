requirements-kind = Who are you? Then I only name what applies to you.
    .unclear = Choose what fits best. Not sure? Then choose “residents' group”.
requirements-none = There are no fixed requirements for you.
requirements-can =
    We ask this: { $text }

    Can you do that?
    .fine = We can do that
    .unmet = We cannot do this
    .unclear = Choose “We can do that” or “We cannot do this”.
requirements-instead = No problem, there is another way. { $instead }
requirements-noted = Good that you tell us. I have counted it, without your name. The municipality will see if it can be done differently.
requirements-fine = That is all we ask, and you can do all of it. You can take part. The municipality does not see who answered what.
requirements-done =
    That is all we ask. What you can do: { $met } of { $all }. You can take part all the same. The municipality does not see who answered what.
    { $lines }
requirements-other = There is another way for: { $value }
requirements-open = The municipality still looks at: { $value }
