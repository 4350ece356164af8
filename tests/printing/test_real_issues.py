"""The printed issue of a real prefecture, from its text to its pages."""

from pathlib import Path

import pytest

from gazette.models import Issue, Publication
from intake.flows.import_source import import_source
from printing.render import manuscript, typeset
from tests.printing.paper import Paper, documents_text, kept_in_order, raw_text, solid

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
    assert kept_in_order(documents_text(issue), raw_text(printed.pdf, tmp_path)) >= 0.99
    assert paper.folios[2:] == list(range(1, printed.pages - 1))
    bookmarks = {solid(title) for _, title in paper.bookmarks}
    for entry in issue.entries.filter(document__isnull=False):
        page = paper.page_of(entry.document.title, start=2)
        assert f"{entry.doc_number}…{paper.folios[page]}" in _squeezed(paper.pages[1])
        assert solid(entry.document.title) in bookmarks


def _squeezed(text: str) -> str:
    first, *rest = [part for part in solid(text).split("…") if part]
    return first + "".join(f"…{part}" for part in rest)
