"""What the portal itself publishes: pages of the openness column, and errata."""

import html
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.html import strip_tags

from portal.citizens.markdown import to_html
from portal.models import ColumnPage, Erratum
from search.models import Item, ItemKind
from search.rows.making import at_issue, make


def pages(found: QuerySet[ColumnPage]) -> Iterator[Item]:
    """Pages as readers see them, without the marks of Markdown."""
    for page in found:
        # Where editors publish, the public site's notice before leaving has no address.
        shown = html.unescape(strip_tags(to_html(page.public_text, way_out=str)))
        yield make(
            ItemKind.PAGE, page, "column_page", [page.pk], title=page.public_title, parts=shown.split("\n")
        )


def errata(found: QuerySet[Erratum]) -> Iterator[Item]:
    """Errata, at the document or issue in which something was printed wrong."""
    related = ("entry__document__publication", "document__publication", "issue__publication")
    for erratum in found.select_related(*related):
        route, arguments, publication = _place(erratum)
        yield make(
            ItemKind.ERRATUM,
            erratum,
            route,
            arguments,
            day=erratum.dated_on,
            publication=publication,
            parts=[erratum.printed, erratum.correct, erratum.place],
        )


def _place(erratum: Erratum) -> tuple[str, list[Any], int]:
    printed = getattr(erratum.entry, "document", None) if erratum.entry else None
    document = erratum.document or printed
    if document:
        return "document", [document.publication.code, document.slug], document.publication_id
    assert erratum.issue  # noqa: S101 (a constraint: one of both is named)
    return "issue", at_issue(erratum.issue), erratum.issue.publication_id
