"""A browser of a person that rings: turned on, turned off, gone."""
