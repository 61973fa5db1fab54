"""What a colleague does in a conversation of somebody: takes it over, writes, notes, gives back."""
