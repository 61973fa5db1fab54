"""What waits for staff: the list of it, and the e-mail that tells them."""
