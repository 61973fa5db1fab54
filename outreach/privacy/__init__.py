"""My data, forgetting, retention, a restore that forgets again, and two persons who become one."""
