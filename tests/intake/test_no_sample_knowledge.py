"""No rule knows the texts that we happen to have: their persons, numbers, places and titles are not in the code."""

import ast
import io
import re
import tokenize
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from intake.read import read
from intake.reading import Reading
from intake.sources.plain import read_plain

FOLDERS = [folder for name in ("intake", "proofreading") if (folder := settings.BASE_DIR / name).is_dir()]
CODE = sorted(path for folder in FOLDERS for path in folder.rglob("*.py") if "migrations" not in path.parts)
# What a place is called, for words of the code that name one: 云岭市, 某某自治州.
_PLACE = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,12}?)(?:[\u4e00-\u9fff]{2}自治[区州县]|自治[区州]|州|市|县)"
)
# General words of the genre that a sample's prefix or title may consist of.
_GENERAL = {"国发", "国办发", "国办函", "中办发", "国函", "政发", "政办发"}


@cache
def _readings() -> list[Reading]:
    texts = sorted((settings.BASE_DIR / "fixtures" / "issues").glob("*.txt"))
    return [read(read_plain(path.name, path.read_bytes())) for path in texts]


def _persons(reading: Reading) -> set[str]:
    names = {a.person for a in reading.appointments}
    names |= {o.name for e in reading.events for o in e.officials}
    names |= {m.name for d in reading.documents for b in d.body for m in b.members}
    names |= {m.chair for m in reading.meetings if m.chair}
    if reading.issue:
        names |= {reading.issue.chief_editor or "", *reading.issue.deputy_editors}
    return {name for name in names if len(name) > 2}


def _prefixes(reading: Reading) -> set[str]:
    numbers = [d.doc_number or "" for d in reading.documents] + [e.doc_number or "" for e in reading.contents]
    numbers += [r.doc_number for r in reading.register] + [a.notice or "" for a in reading.appointments]
    numbers += [n for d in reading.documents for n in [*d.cites, *d.repeals]]
    return {n.split("〔")[0] for n in numbers if "〔" in n} - _GENERAL - {""}


def _titles(reading: Reading) -> set[str]:
    titles = {d.title for d in reading.documents} | {e.title for e in reading.contents}
    titles |= {r.title for r in reading.register} | {
        a.title for d in reading.documents for a in d.attachments
    }
    return {title for title in titles if len(title) > 8}


def _places(reading: Reading) -> set[str]:
    names = [reading.issue.publication] if reading.issue else []
    names += [d.issuer or "" for d in reading.documents]
    found = {match["name"] for name in names if (match := _PLACE.match(name))}
    return {name for name in found if not re.fullmatch(r"自治|人民|中共", name)}


def _strings(path: Path) -> list[tuple[int, str]]:
    """All wording of a Python file with its lines: strings, docstrings, comments."""
    text = path.read_text(encoding="utf-8")
    nodes = ast.walk(ast.parse(text))
    found = [(n.lineno, n.value) for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return found + [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


def _named(words: set[str]) -> list[str]:
    return [
        f"{path.relative_to(settings.BASE_DIR)}:{line}: {word}"
        for path in CODE
        for line, text in _strings(path)
        for word in sorted(words)
        if word in text
    ]


@pytest.mark.parametrize("words_of", [_persons, _prefixes, _titles, _places])
def test_the_code_names_nothing_of_the_texts(words_of) -> None:  # type: ignore[no-untyped-def]
    words = set().union(*(words_of(reading) for reading in _readings()))
    assert words
    assert _named(words) == []


def test_the_search_would_find_what_it_looks_for() -> None:
    persons, places = (set().union(*(of(r) for r in _readings())) for of in (_persons, _places))
    assert len(persons) > 50
    assert {"伊犁", "新疆"} & {place[:2] for place in places}
    assert any("目录" in text for path in CODE for _, text in _strings(path))
