# What to think of before an opportunity opens.

warning-threshold-services = Mind: the value is above the European threshold for services ({ $threshold }). Ask a buyer for advice.
warning-threshold-social-services = Mind: the value is above the European threshold for social services ({ $threshold }). Ask a buyer for advice.
warning-threshold-works = Mind: the value is above the European threshold for works ({ $threshold }). Ask a buyer for advice.
warning-threshold-concessions = Mind: the value is above the European threshold for concessions ({ $threshold }). Will somebody earn by it? Then ask a buyer for advice.
warning-no-threshold = We do not know the European thresholds for { $day } yet. Ask a buyer for advice.
warning-informal-contract = This opportunity is informal, but it is a contract. Above this threshold that nearly always needs a tender. Choose formal or combined, or write down why it is not needed.
warning-options-apart = The renewals are not in the amount yet. They count for the European threshold. Add them to the value, and have this checked by procurement.
warning-split = Together with { $others } this is { $total }, in the same place, with the same theme and in the same year. The threshold is { $threshold }. What belongs together may not be split to stay below it. Have this checked by procurement.
warning-intention-short = With us an intention with one party is open to others for { $days ->
    [one] one day
   *[other] { $days } days
 }, so until { $until }. Set the last day to respond later, or have this checked by a lawyer.
warning-formal-no-money = This opportunity is formal, but there is no money in it. Is the direction right?
warning-starts-early = It begins on { $starts }, but people can answer until { $until }. Is that right?
warning-requirement = The requirement “{ $text }” is often out of reach for: { $kinds }. { $why ->
    [accounts] They make no annual accounts.
    [turnover] They have little or no turnover and capital.
    [registration] They are registered nowhere and have no statutes.
    [certificates] They do not get a certificate for one job.
    [references] They have often not done this before.
    [guarantee] No bank stands surety for them.
    [insurance] They cannot take out such an insurance.
   *[hours] They do this beside their work or school.
 } Add what will do instead, or say of whom it is asked.
warning-elsewhere = Mind: “{ $given }” does not lie in your municipality. Is that right?
warning-currency = The value is in { $currency }. The European thresholds are in euro. Convert the amount.
