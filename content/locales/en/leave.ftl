# I am somebody else.

leave-page = Is this device not yours? Then choose “Close conversation” at the top, behind the three dots. Whoever comes after you begins anew.
leave-elsewhere = This conversation belongs to your account here. Somebody else begins one of their own, for example at { $address }/chat. Would you like me to forget you? Then type “forget me”.
