"""The structured data of what an entry holds, for the links of its page."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from api.links import api_address
from gazette.models import Entry, SectionKind

register = template.Library()

_SINGLE = ("document", "appointment_notice", "meeting", "indicator_table")
_MANY = {SectionKind.CHRONICLE: "api:event-list", SectionKind.REGISTER: "api:registerentry-list"}


@register.filter
def data_address(entry: Entry) -> str:
    """The address in the API of an entry's record, or of its records; else of its issue.

    Only a record that the page has already read is asked for: this costs no query.
    """
    for name in _SINGLE:
        field: Any = Entry._meta.get_field(name)
        if field.is_cached(entry) and field.get_cached_value(entry):
            return api_address(field.get_cached_value(entry))
    kind = entry.section.kind if entry.section else None
    return _list_of(_MANY[SectionKind(kind)], entry) if kind in _MANY else api_address(entry.issue)


def _list_of(route: str, entry: Entry) -> str:
    issue = entry.issue
    chosen: dict[str, str | int] = {
        "publication": issue.publication.code,
        "issue_year": issue.year,
        "issue_number": issue.number,
    }
    return f"{reverse(route)}?{urlencode(chosen)}"
