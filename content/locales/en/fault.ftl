# What cannot be right in an opportunity.
fault-negative = { $what }: { $amount } is below zero.
fault-amount = { $what }: { $amount } is too high. At most { $most } is possible.
fault-currency = “{ $given }” is not a currency. Write a currency as EUR.
fault-long = { $what }: { $given } characters is too long. There is room for { $most }.
fault-weights = The points that you weigh add up to { $sum }%. Make them 100% together.
fault-questions-late = Questions can be asked until { $questions }. That is later than answers: until { $answers }.
fault-answers-past = The last day to answer has passed: { $until }. Choose a new day first.
fault-deadline-cleared = A public opportunity always has a last day to answer. Choose another day, or close the opportunity.
fault-questions-past = The last day for questions has passed: { $until }. Choose a new day.
fault-plan-early = Plans can be written until { $plans }. That is no later than answers: until { $answers }. Choose a day after it.
fault-plan-past = The last day for plans has passed: { $until }. Choose a new day.
fault-answer-days = Promise an answer within 1 to { $most } days, not { $given }.
