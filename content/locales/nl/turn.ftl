turn-failed = Bij mij ging iets mis met wat iemand zei. Wie dat schreef, las dat, en schreef daarna niets meer.
    .remedy = Zoek waarom: journalctl -u kansenbode --grep "turn failed". Is het opgelost? Dan vragen we of iemand het nog eens wil sturen.
