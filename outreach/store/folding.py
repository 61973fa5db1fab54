"""Find words in a text in any case and with any accents, the same in Python and each database.

Neither database folds all letters by itself, so SQLite asks Python and PostgreSQL takes the marks
off letters.
"""

import re
from typing import Any

from sqlalchemy import Boolean
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

from outreach.clean import SIGNS, alike, normal

MARKS = re.compile("[\u0300-\u036f]")
"""What stands over and under letters, once a letter and its marks are taken apart."""


class Holds(GenericFunction[bool]):
    """SQL: `Holds(text, word)` is true if a text holds a word that was made bare."""

    name = "holds"
    type = Boolean()
    inherit_cache = True


def bare(text: str | None) -> str | None:
    """Return a text in the form in which words are compared: folded, and without accents."""
    return None if text is None else MARKS.sub("", normal("NFKD", alike(text)))


@compiles(Holds, "sqlite")
def _in_sqlite(element: Any, compiler: Any, **kept: Any) -> str:
    text, word = (compiler.process(clause, **kept) for clause in element.clauses)
    return f"(instr(bare({text}), {word}) > 0)"


@compiles(Holds, "postgresql")
def _in_postgresql(element: Any, compiler: Any, **kept: Any) -> str:
    text, word = (compiler.process(clause, **kept) for clause in element.clauses)
    signs, plain = "".join(map(chr, SIGNS)), "".join(map(str, SIGNS.values())).replace("'", "''")
    folded = f"lower(normalize(translate({text}, '{signs}', '{plain}'), NFKD))"
    for pattern, plainer in ((MARKS.pattern, ""), (r"\s+", " ")):
        folded = f"regexp_replace({folded}, '{pattern}', '{plainer}', 'g')"
    return f"(strpos(replace({folded}, 'ß', 'ss'), {word}) > 0)"
