"""Pieces for the pages of others: errata beside what they correct, and the citizens' corner of the home page."""

from typing import Any

from django import template
from django.db.models import QuerySet

from documents.models import Document
from gazette.models import Entry, Issue
from portal.citizens import errata
from portal.citizens.openness import parts
from portal.models import Erratum

NEWEST_ON_HOME = 3

register = template.Library()


@register.simple_tag
def errata_of(record: Issue | Entry | Document) -> QuerySet[Erratum]:
    """The public errata of an issue, an entry or a document."""
    return errata.errata_of(record)


@register.simple_tag
def citizens_on_home() -> dict[str, Any]:
    """The parts of the openness column, and the newest errata."""
    return {"parts": parts(), "errata": errata.public_errata()[:NEWEST_ON_HOME]}
