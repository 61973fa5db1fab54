"""What a sentence means that is neither an option nor a word that works everywhere.

Pure and without a store. The words of each language stand in `content/locales/*/listening.ftl`;
which of them lead where stands in `bot/course.py`.
"""
