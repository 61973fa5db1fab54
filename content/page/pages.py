"""Pages made from the templates in this folder. Their texts are in the locales, never in a
template.
"""

import secrets
from collections.abc import Iterable

from jinja2 import Environment, PackageLoader, StrictUndefined

from content.page.assets import Assets
from content.page.pictures import SPRITE, picture_of
from content.page.prose import prose
from content.page.town import NOWHERE, Town
from content.texts import LanguageName, Money, Span, Texts


class Pages:
    """Templates with their `texts` and static files, and what each says of its `town`."""

    def __init__(self, texts: Texts, town: Town = NOWHERE) -> None:
        self.languages = texts.languages
        self.town = town
        self.assets = Assets(town)
        self.texts = texts
        self._environment = Environment(
            loader=PackageLoader("content", "page"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        names = {language: texts.text("language-name", language) for language in self.languages}
        self._environment.globals.update(
            static=self.assets.address,
            picture=self.picture,
            sprite=self.assets.address(SPRITE),
            prose=prose,
            capital=capital,
            town=town,
            nonce=fresh_nonce,
            languages=names,
            every_language=[LanguageName(language) for language in self.languages],
            text=texts.text,
            Money=Money,
            LanguageName=LanguageName,
            Span=Span,
        )

    def render(self, template: str, language: str, /, **values: object) -> str:
        """Fill in a template. It may call `t(key, attribute, **facts)`, `name`, `names` and
        `shown(value)`.
        """
        spoken = self.texts.spoken(language)
        return self._environment.get_template(template).render(
            values,
            language=language,
            right_to_left=spoken.text("language-direction") == "rtl",
            t=spoken.text,
            name=spoken.name,
            names=spoken.names,
            shown=spoken.shown,
        )

    def picture(self, themes: Iterable[str]) -> str:
        """Return the address of the drawing for these themes, for `use` in an SVG on a page."""
        return f"{self.assets.address(SPRITE)}#{picture_of(themes)}"

    def text(self, key: str, language: str, attribute: str | None = None) -> str:
        """Return one text without a page around it."""
        return self.texts.text(key, language, attribute)


def capital(words: str) -> str:
    """Return words as they begin a line: with a capital, which for the Dutch ij is two letters."""
    first = 2 if words.startswith("ij") else 1
    return words[:first].upper() + words[first:]


def fresh_nonce() -> str:
    """Make the number that tells a form that is sent twice from two forms."""
    return secrets.token_urlsafe(16)
