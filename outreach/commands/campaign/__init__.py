"""`kansenbode campaign`."""
