"""What an operator sees of a running installation: figures, and never a person."""
