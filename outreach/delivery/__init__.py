"""What came in and what goes out: one durable row per message decides everything."""
