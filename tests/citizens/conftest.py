import datetime

import pytest
from django.utils import timezone
from django.utils.timezone import make_aware

from portal.models import ColumnPage, Correction, Erratum, Part
from tests.world import World


@pytest.fixture
def erratum(world: World) -> Erratum:
    """A misprint in the second document, put right in public."""
    return Erratum.objects.create(
        issue=world.issue,
        entry=world.second.entry,
        printed_page="2",
        place="正文第一段",
        printed="2月30日",
        correct="2月28日",
        dated_on=datetime.date(2021, 6, 1),
        published_at=timezone.now(),
    )


def column_page(part: Part, title: str, *, public: bool = True, year: int | None = None) -> ColumnPage:
    text = "## 范围\n\n见[目录](/yihe/)。"
    return ColumnPage.objects.create(
        part=part,
        year=year,
        title=title,
        text=text,
        public_title=title if public else "",
        public_text=text if public else "",
        published_at=timezone.now() if public else None,
    )


def correction(number: str = "20251010-K7Q3M9XH", **fields: object) -> Correction:
    made: dict[str, object] = {
        "number": number,
        "text": "第二段少了一个字。",
        "kind": "wording",
        "page": "/yihe/2021/3/",
        "contact": "reader@example.com",
        "received_at": make_aware(datetime.datetime(2025, 10, 10, 12)),
        "due_on": datetime.date(2025, 10, 14),
        **fields,
    }
    return Correction.objects.create(**made)  # type: ignore[misc]
