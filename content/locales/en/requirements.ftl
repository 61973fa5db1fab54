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
requirements-done = That is all we ask.
