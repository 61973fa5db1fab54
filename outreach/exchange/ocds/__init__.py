"""The Open Contracting Data Standard, in and out."""
