"""Languages in templates: ways to the page in other languages, and marks of what is Chinese in any language.

These tags are known to every template, without {% load %}.
"""

import re
from typing import Any, NamedTuple

from django import template
from django.utils.safestring import SafeString, mark_safe

from config.languages import SOURCE, Language
from portal.languages.switch import address_in, current, others

register = template.Library()
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Way(NamedTuple):
    """A language of the page, and its address in it."""

    language: Language
    address: str


@register.simple_tag(takes_context=True)
def other_languages(context: dict[str, Any]) -> list[Way]:
    """{% other_languages as ways %}: the page in the languages that it is not in; a page without a request in none."""
    request = context.get("request")
    if request is None:
        return []
    return [Way(language, address_in(language, request)) for language in others()]


@register.simple_tag
def in_chinese(text: object = None) -> SafeString:
    """<h1{% in_chinese %}>: what the gazette prints is Chinese whatever the page speaks; WCAG 2.2, 3.1.2.

    <a{% in_chinese name %}> marks a text that may be a name or one of the portal's own words, where it is Chinese.
    """
    if current() == SOURCE or (text is not None and not _HAN.search(str(text))):
        return SafeString()
    return mark_safe(f' lang="{SOURCE.tag}"')  # noqa: S308
