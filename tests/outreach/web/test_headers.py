"""We read headers ourselves: aiohttp may fail, or take the square of their length."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[3]
AIOHTTPS = {
    "charset",
    "content_type",
    "http_range",
    "if_modified_since",
    "if_range",
    "if_unmodified_since",
    "json",
    "links",
    "multipart",
    "post",
}
"""What a request of aiohttp's makes of its headers by the parsers of e-mail, and of
bodies without a limit of ours.
"""


def test_nothing_that_a_stranger_chooses_goes_through_a_parser_of_e_mail() -> None:
    asked = []
    for path in [*ROOT.glob("bot/**/*.py"), *ROOT.glob("outreach/web/*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Attribute)
                and node.attr in AIOHTTPS
                and _is_request(node.value)
            ):
                asked.append(f"{path.name}:{node.lineno} {node.attr}")

    assert asked == []


def _is_request(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id == "request"
