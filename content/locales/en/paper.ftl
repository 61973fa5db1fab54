# What is printed or kept.

paper-signs = Some signs cannot be set on paper, such as an emoji or an Arabic letter. Their number stands there, such as [U+2764].
