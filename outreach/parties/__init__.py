"""Who takes part: persons with their addresses and consents, parties and their members."""
