"""The conversation as it is stored; what is said in it stands in `bot`."""
