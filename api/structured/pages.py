"""Which page tells what."""

from collections.abc import Callable

from api.structured import datasets, legislation, papers, people, site
from api.structured.page import Node, Page

# By the name of the page's address.
_SUBJECTS: dict[str, Callable[[Page], Node | None]] = {
    "home": site.website,
    "publication": papers.publication,
    "issue": papers.issue,
    "document": legislation.legislation,
    "translation": legislation.translation,
    "appointment_notice": papers.notice,
    "meeting": papers.meeting,
    "issue_chronicle": papers.of_entry,
    "issue_register": papers.of_entry,
    "official": people.official,
    "body": people.body,
    "indicator": datasets.indicator,
    "indicator_table": datasets.table,
}


def described(page: Page) -> list[Node]:
    """What the page is about, and where it stands; empty for pages that say that there is none."""
    if not page.name:
        return []
    subject = _SUBJECTS.get(page.name)
    told = [subject(page) if subject else None, site.breadcrumbs(page)]
    return [each for each in told if each]
