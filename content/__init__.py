"""What people read; imports nothing of ours."""
