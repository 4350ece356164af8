"""The HTML that is set: a run of parts under the issue's heads, or the front with its folios."""

import re
from collections.abc import Mapping
from html import escape

from printing.manuscript import Manuscript

# The element around `back`, by which its first page is found.
BACK = "gongbao-back"
_FOLIO = re.compile(r'<a class="folio" href="#([^"]+)"></a>')


def text_page(text: Manuscript, parts: list[str], *, closes: bool) -> str:
    """Some parts of the text; the last ones are followed by what closes the issue."""
    heads = f'data-gazette="{escape(text.gazette)}" data-number="{escape(text.number)}"'
    back = f'<div id="{BACK}">{text.back}</div>' if closes and text.back else ""
    return _page(text, f"<main {heads}>{''.join(parts)}{back}</main>")


def front_page(text: Manuscript, folios: Mapping[str, int]) -> str:
    """Cover and contents, with the folio of each anchor that is in the text."""
    return _page(text, _FOLIO.sub(lambda found: _folio(found, folios.get(found[1])), text.front))


def _folio(found: re.Match[str], folio: int | None) -> str:
    """A link to the page, which says to a screen reader what its figure is; nothing where there is no page."""
    return f'<a class="folio" href="#{found[1]}" title="第{folio}页">{folio}</a>' if folio else ""


def bare_page(text: Manuscript) -> str:
    """Nothing at all: what the margins are set around."""
    return _page(text, "")


def _page(text: Manuscript, inner: str) -> str:
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(text.title)}</title>'
        f"</head><body>{inner}</body></html>"
    )
