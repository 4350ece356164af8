"""The printed issue of a real prefecture, from its text to its pages."""

from pathlib import Path

import pytest

from gazette.models import Entry, Issue, Publication
from intake.flows.import_source import import_source
from printing.render import manuscript, typeset
from tests.printing.paper import Paper, kept_in_order, raw_text, records_text, solid

pytestmark = pytest.mark.apart

ISSUES = Path(__file__).parents[2] / "fixtures" / "issues"
GAZETTES = {
    "ili-2018-01.txt": ("ili", "伊犁哈萨克自治州"),
    "xinjiang-2020-17-18.txt": ("xinjiang", "新疆维吾尔自治区"),
}


def imported(name: str) -> Issue:
    code, place = GAZETTES[name]
    gazette = Publication.objects.create(
        code=code, name=f"{place}人民政府公报", place=place, sponsor=f"{place}人民政府"
    )
    issue = import_source(name, (ISSUES / name).read_bytes(), gazette, as_printed=True).issue
    assert issue is not None
    return issue


@pytest.mark.django_db
@pytest.mark.parametrize("name", GAZETTES)
def test_a_real_issue_is_printed_whole(name: str, tmp_path: Path) -> None:
    """Its text can be copied out in order, its contents are right, its size is that of some 60 pages."""
    issue = imported(name)
    text = manuscript(issue)
    printed = typeset(text)
    paper = Paper(printed.pdf)
    assert text.warnings == []
    assert len(printed.pdf) < 1_500_000
    assert kept_in_order(records_text(issue), raw_text(printed.pdf, tmp_path)) >= 0.996
    text = [folio for page, folio in zip(paper.pages, paper.folios, strict=True) if "— " in page]
    assert text == list(range(1, len(text) + 1))
    assert printed.pages % 2 == 0
    bookmarks = {solid(title) for _, title in paper.bookmarks}
    contents = _squeezed(paper.pages[1])
    for entry in issue.entries.all():
        page = paper.page_of(title_of(entry), start=2)
        assert f"{solid(entry.title)}{entry.doc_number}…{paper.folios[page]}" in contents
        assert solid(title_of(entry)) in bookmarks


@pytest.mark.django_db
def test_a_real_notice_reads_as_it_was_printed() -> None:
    """Sentences composed of the records are those of the source, wherever the source has them whole."""
    issue = imported("ili-2018-01.txt")
    notice = issue.entries.get(appointment_notice__isnull=False).appointment_notice
    paper = Paper(typeset(manuscript(issue)).pdf)
    page = solid(paper.pages[paper.page_of(notice.title, start=2)])
    ((first, last),) = notice.source_lines
    printed = [solid(line) for line in notice.source.lines()[first - 1 : last]]
    whole = [line for line in printed if line.startswith(("▲", "△")) and line.endswith(("；", "。"))]
    assert len(whole) == 8
    assert [line for line in whole if line not in page] == []


def title_of(entry: Entry) -> str:
    """The title over the printed text: the record's, or the entry's without the period that it names."""
    for kind in ("document", "appointment_notice", "meeting", "indicator_table"):
        if hasattr(entry, kind):
            return getattr(entry, kind).title
    return entry.title.partition(" (")[0]


def _squeezed(text: str) -> str:
    first, *rest = [part for part in solid(text).split("…") if part]
    return first + "".join(f"…{part}" for part in rest)
