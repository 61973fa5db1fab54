"""Venues where we may post, and the trails that show which venue brought which people."""
