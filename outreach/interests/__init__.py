"""Expressions of interest and questions: what people offer, need and want to know."""
