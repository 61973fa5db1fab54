# Ik ben iemand anders.

leave-page = Is dit apparaat niet van jou? Kies dan bovenaan, bij de drie puntjes, “Gesprek sluiten”. Wie na jou komt, begint dan opnieuw.
leave-elsewhere = Dit gesprek hoort bij jouw account hier. Iemand anders begint een eigen gesprek, bijvoorbeeld op { $address }/chat. Wil je dat ik jou vergeet? Typ dan “vergeet mij”.
