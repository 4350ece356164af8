"""The three real texts, held against answer keys that were made by hand from the print."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from intake.read import read
from intake.reading import Reading, numbers_of
from intake.sources.plain import read_plain
from intake.text import fold

KEYS = sorted((Path(__file__).parent / "keys").glob("*.json"))
FACTS = ["title", "kind", "issuer", "issued_on", "effective_on", "valid_until"]


def _choices(wanted: Any) -> list[Any]:
    """A key may leave a choice: {"any": […]}."""
    return wanted["any"] if isinstance(wanted, dict) else [wanted]


def _same(got: Any, wanted: Any) -> bool:
    return any(fold(str(got)) == fold(str(choice)) for choice in _choices(wanted))


@pytest.fixture(scope="module", params=KEYS, ids=lambda path: path.stem)
def pair(request: pytest.FixtureRequest) -> tuple[Reading, dict[str, Any]]:
    source = settings.BASE_DIR / "fixtures" / "issues" / f"{request.param.stem}.txt"
    key = json.loads(request.param.read_text(encoding="utf-8"))
    return read(read_plain(source.name, source.read_bytes())), key


def test_there_is_a_key_for_every_text() -> None:
    texts = {path.stem for path in (settings.BASE_DIR / "fixtures" / "issues").glob("*.txt")}
    assert {path.stem for path in KEYS} == texts


def test_the_masthead_is_read(pair: tuple[Reading, dict[str, Any]]) -> None:
    reading, key = pair
    if key["issue"] is None:
        assert reading.issue is None
        return
    got = vars(reading.issue)
    assert {name: got[name] for name in key["issue"]} == key["issue"]


def test_the_contents_have_their_sections(pair: tuple[Reading, dict[str, Any]]) -> None:
    reading, key = pair
    counted = [(s["section"], s["entries"]) for s in key.get("contents", [])]
    sections = dict.fromkeys(entry.section for entry in reading.contents)
    assert [(s, sum(e.section == s for e in reading.contents)) for s in sections] == counted


def test_every_document_is_found_once_with_its_facts(pair: tuple[Reading, dict[str, Any]]) -> None:
    reading, key = pair
    by_number = {document.doc_number: document for document in reading.documents}
    assert list(by_number) == [wanted["doc_number"] for wanted in key["documents"]]
    for wanted in key["documents"]:
        got = vars(by_number[wanted["doc_number"]])
        differing = {fact: got[fact] for fact in FACTS if not _same(got[fact], wanted[fact])}
        assert not differing, wanted["doc_number"]


def test_attachments_repeals_citations_and_trial(pair: tuple[Reading, dict[str, Any]]) -> None:
    reading, key = pair
    for document, wanted in zip(reading.documents, key["documents"], strict=True):
        assert [a.title for a in document.attachments] == wanted["attachments"]
        assert set(document.repeals) == set(wanted["repeals"])
        assert set(wanted.get("cites", [])) <= set(document.cites)
        assert document.trial is wanted.get("trial", False)


def test_no_line_is_lost_and_none_is_claimed_by_two_items(pair: tuple[Reading, dict[str, Any]]) -> None:
    reading, _ = pair
    source = (settings.BASE_DIR / "fixtures" / "issues" / reading.source.name).read_text(encoding="utf-8")
    printed = {n for n, line in enumerate(source.split("\n"), 1) if line.strip()}
    held = [numbers_of(entry.lines) for entry in reading.contents]
    held += [numbers_of(item.lines) for item in reading.items]
    held.append(numbers_of(reading.issue.lines) if reading.issue else set())
    assert printed <= set().union(*held) | numbers_of(reading.unplaced)
    assert sum(len(lines & printed) for lines in held) == len(set().union(*held) & printed)


def test_the_wording_of_a_documents_lines_is_in_its_blocks(pair: tuple[Reading, dict[str, Any]]) -> None:
    """At most 1 % of the Chinese characters of a document's lines are in none of its fields."""
    reading, _ = pair
    source = (settings.BASE_DIR / "fixtures" / "issues" / reading.source.name).read_text(encoding="utf-8")
    lines = source.split("\n")
    for document in reading.documents:
        there = [c for n in numbers_of(document.lines) for c in lines[n - 1] if "\u4e00" <= c <= "\u9fff"]
        parts = [document.title, document.doc_number or "", document.addressee or "", document.section or ""]
        for block in document.body:
            parts += [block.label, block.text, *(cell for row in block.rows for cell in row)]
        here = list("".join(parts))
        missing = len(there) - sum(min(there.count(c), here.count(c)) for c in set(there))
        assert missing <= 0.01 * len(there), document.title
