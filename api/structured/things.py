"""The things that several pages speak of: organs, titles, issues, files."""

import datetime
from typing import Any

from django.urls import reverse

from api.structured.page import LANGUAGE, Node, Page, node
from gazette.models import Body, Issue, Publication
from gazette.models.issue import DatePrecision


def organ(name: str, address: str = "") -> Node:
    return node("GovernmentOrganization", name=name, url=address)


def body(page: Page, held: Body) -> Node:
    address = page.absolute(reverse("body", args=[held.pk]))
    return node(
        "GovernmentOrganization",
        **{"@id": address},
        url=address,
        name=held.name,
        alternateName=held.short_name,
    )


def periodical(page: Page, held: Publication) -> Node:
    address = page.absolute(held.get_absolute_url())
    return node(
        "Periodical",
        **{"@id": address},
        url=address,
        name=held.name,
        publisher=organ(held.sponsor) if held.sponsor else None,
        startDate=str(held.first_year) if held.first_year else None,
        inLanguage=LANGUAGE,
    )


def issue(page: Page, held: Issue) -> Node:
    """An issue without what it holds."""
    address = page.absolute(held.get_absolute_url())
    return node(
        "PublicationIssue",
        **{"@id": address},
        url=address,
        name=f"{held.publication.name}{held.label}",
        issueNumber=held.numbers,
        datePublished=printed_on(held),
        isPartOf=periodical(page, held.publication),
    )


def printed_on(held: Issue) -> str | None:
    """The date on the issue as it is printed, to the month where only the month is."""
    if held.dated_on is None:
        return None
    month_only = held.dated_precision == DatePrecision.MONTH
    return f"{held.dated_on:%Y-%m}" if month_only else day(held.dated_on)


def day(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None


def file(page: Page, path: str, media_type: str, kind: str = "MediaObject") -> Node:
    return node(kind, contentUrl=page.absolute(path), encodingFormat=media_type)


def pdf(page: Page, held: Issue) -> Node:
    path = reverse("issue_pdf", args=[held.publication.code, held.year, held.number])
    return file(page, path, "application/pdf")


def article(page: Page, title: Any, held: Issue, **more: Any) -> Node:
    """What an issue prints besides documents: a notice, a meeting, a chronicle, a register."""
    return node(
        "Article",
        **{"@id": page.address},
        url=page.address,
        headline=str(title),
        inLanguage=LANGUAGE,
        datePublished=printed_on(held),
        isPartOf=issue(page, held),
        **more,
    )
