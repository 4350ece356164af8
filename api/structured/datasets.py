"""Tables of figures and series as schema.org's Dataset, with the files to take them away."""

from django.urls import reverse

from api.structured import things
from api.structured.page import LANGUAGE, Node, Page, node
from gazette.models import Publication
from gazette_statistics.models import Indicator, IndicatorTable


def table(page: Page) -> Node | None:
    held = page.get("table")
    if not isinstance(held, IndicatorTable):
        return None
    issue = held.entry.issue
    path = reverse(
        "indicator_table_csv", args=[issue.publication.code, held.month.year, held.month.month, held.pk]
    )
    made = _dataset(page, held.title, issue.publication, path)
    made["temporalCoverage"] = f"{held.month:%Y-%m}"
    made["isPartOf"] = things.issue(page, issue)
    return made


def indicator(page: Page) -> Node | None:
    held = page.get("indicator")
    if not isinstance(held, Indicator):
        return None
    path = reverse("indicator_csv", args=[held.publication.code, held.pk])
    return _dataset(page, held.name, held.publication, path)


def _dataset(page: Page, name: str, publication: Publication, csv: str) -> Node:
    return node(
        "Dataset",
        **{"@id": page.address},
        url=page.address,
        name=name,
        description=f"{publication.name}：{name}",
        creator=things.organ(publication.sponsor) if publication.sponsor else None,
        spatialCoverage=publication.place,
        inLanguage=LANGUAGE,
        isAccessibleForFree=True,
        distribution=[things.file(page, csv, "text/csv", "DataDownload")],
    )
