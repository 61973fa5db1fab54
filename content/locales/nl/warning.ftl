# Waar je aan denkt voordat een kans opengaat.

warning-threshold-services = Let op: de waarde ligt boven de Europese grens voor diensten ({ $threshold }). Vraag een inkoper om advies.
warning-threshold-social-services = Let op: de waarde ligt boven de Europese grens voor sociale diensten ({ $threshold }). Vraag een inkoper om advies.
warning-no-threshold = Voor { $day } kennen we de Europese grenzen nog niet. Vraag een inkoper om advies.
warning-currency = De waarde staat in { $currency }. De Europese grenzen gelden in euro. Reken het bedrag om.
