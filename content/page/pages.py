"""Pages made from the templates in this folder. What a person reads stands in the
locales, never in a template.
"""

import secrets
from collections.abc import Sequence
from functools import partial

from jinja2 import Environment, PackageLoader, StrictUndefined

from content.page.assets import Assets
from content.page.prose import prose
from content.texts import RIGHT_TO_LEFT, Money, Named, Spoken, Texts


class Pages:
    """Templates with their `texts` and static files. `languages` are those
    that readers may choose from.
    """

    def __init__(self, texts: Texts, languages: Sequence[str]) -> None:
        self.languages = (
            tuple(language for language in texts.languages if language in languages)
            or texts.languages
        )
        self.assets = Assets()
        self.texts = texts
        self._environment = Environment(
            loader=PackageLoader("content", "page"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        names = {
            language: texts.text("page-language-name", language) for language in self.languages
        }
        self._environment.globals.update(
            static=self.assets.address,
            prose=prose,
            nonce=fresh_nonce,
            languages=names,
            Money=Money,
            Spoken=Spoken,
        )

    def render(self, template: str, language: str, /, **values: object) -> str:
        """Fill in a template. It may call `t(key, attribute, **facts)`, `name`,
        `names` and `shown(value)`.
        """
        return self._environment.get_template(template).render(
            values,
            language=language,
            right_to_left=language in RIGHT_TO_LEFT,
            t=partial(self._text, language),
            name=partial(self._name, language),
            names=partial(self._names, language),
            shown=partial(self._shown, language),
        )

    def text(self, key: str, language: str, attribute: str | None = None) -> str:
        """Give one text without a page around it."""
        return self.texts.text(key, language, attribute)

    def _text(self, language: str, key: str, attribute: str | None = None, **facts: object) -> str:
        return self.texts.text(key, language, attribute, **facts)

    def _name(self, language: str, codelist: str, code: str) -> str:
        return self.texts.name(codelist, code, language)

    def _names(self, language: str, codelist: str, codes: Sequence[str]) -> str:
        return self._shown(language, [Named(codelist, code) for code in codes])

    def _shown(self, language: str, value: object) -> str:
        return self.texts.text("page-value", language, None, value=value)


def fresh_nonce() -> str:
    """Make the number that tells a form that is sent twice from two forms."""
    return secrets.token_urlsafe(16)
