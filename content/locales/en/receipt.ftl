# Receipt: what somebody sent, as it was confirmed.

receipt-page = Receipt
    .page = { $address }/chat/ontvangst/{ $number }
    .read = Open the receipt
receipt-title = Receipt
receipt-intro = We confirmed this to you on { $at }. This is how we keep it.
receipt-copy = Copy
receipt-copied = Copied
receipt-share = Share
receipt-print = Print
receipt-pdf = As a PDF
receipt-back = Back to the conversation
