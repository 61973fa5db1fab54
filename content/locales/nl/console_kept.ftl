# Een formulier dat werd verstuurd nadat de sessie was afgelopen.

console_kept-title = Je was uitgelogd
console_kept-lead = Er is nog niets verstuurd, en wat je schreef staat hier nog. Log in op een ander tabblad, kom hier terug en verstuur het opnieuw.
console_kept-sign-in = Log in op een ander tabblad
console_kept-again = Verstuur opnieuw
