# What to think of before an opportunity opens.

warning-threshold-services = Mind: the value is above the European threshold for services ({ $threshold }). Ask a buyer for advice.
warning-threshold-social-services = Mind: the value is above the European threshold for social services ({ $threshold }). Ask a buyer for advice.
warning-no-threshold = We do not know the European thresholds for { $day } yet. Ask a buyer for advice.
warning-currency = The value is in { $currency }. The European thresholds are in euro. Convert the amount.
