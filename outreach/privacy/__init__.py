"""My data, forgetting, retention, and a restore that forgets again."""
