"""What staff read: the command line, pages and programs all read it here."""
