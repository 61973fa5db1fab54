# Receipt: what somebody sent, as it was confirmed.

receipt-page = Receipt
    .page = { $address }/chat/ontvangst/{ $number }
    .read = Open the receipt

# Asking for a receipt: as a file, on a page or by e-mail.
receipt-on-request = Keep it as a PDF? Type “receipt”.
receipt-none = There is no receipt yet. When you send something, you get one.
receipt-item = { $number }. { $title }, { $at }
receipt-which = Which receipt would you like?
    .back = None
    .unclear = Choose one. Or choose “None”.
receipt-where = How would you like to have it?
    .here = Here
    .mail = By e-mail
    .unclear = Choose “Here” or “By e-mail”.
receipt-here = { $title }, { $at }.
    .page = { $address }/chat/ontvangst/{ $number }
    .read = Open the receipt
receipt-file = Your receipt as a PDF: { $title }, { $at }.
receipt-mailed = Your receipt is on its way to { $email }.
