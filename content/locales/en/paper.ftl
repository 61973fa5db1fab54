# What is printed or kept.

paper-signs = Some signs cannot be set on paper, such as an emoji or an Arabic letter. Their number stands there, such as [U+2764].
paper-receipt-title = Receipt
paper-receipt-intro = We confirmed this to you on { $at }. This is how we keep it.
paper-receipt-name = receipt-{ $number }.pdf
