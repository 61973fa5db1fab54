turn-failed = Something went wrong here with what somebody said. They read that, and wrote nothing since.
    .remedy = Look for the reason: journalctl -u kansenbode --grep "turn failed". Is it mended? Then they are asked to send it again.
