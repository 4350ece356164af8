"""Officials whom a text names become links to their pages; the wording stays as printed."""

import re
from collections.abc import Iterable

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from appointments.models import Official
from appointments.separators import SEPARATORS

_SEPARATOR = f"[{SEPARATORS}.．]"


def linked(text: str, officials: Iterable[Official]) -> SafeString:
    """The text as HTML; of each official the first mention is a link."""
    waiting = {official.name: official for official in officials}
    parts: list[str] = []
    done = 0
    for match in _pattern(waiting).finditer(text) if waiting else []:
        official = waiting.pop(_folded(match[0]), None)
        if official:
            parts += [conditional_escape(text[done : match.start()]), _link(official, match[0])]
            done = match.end()
    parts.append(conditional_escape(text[done:]))
    return mark_safe("".join(parts))  # noqa: S308 (every part is escaped above)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """The longest name first: of two that begin alike the text means the longer one."""
    by_length = sorted(names, key=len, reverse=True)
    return re.compile("|".join(r"\s*".join(map(_sign, name)) for name in by_length))


def _sign(sign: str) -> str:
    return _SEPARATOR if sign == "·" else re.escape(sign)


def _folded(printed: str) -> str:
    return re.sub(_SEPARATOR, "·", re.sub(r"\s", "", printed))


def _link(official: Official, printed: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', official.get_absolute_url(), printed)
