"""The design system keeps its promises: contrast, the size of the sheet, properties that mirror."""

import gzip
import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

from portal import masthead
from portal.stylesheet import PARTS, joined
from printing.errors import MissingFontError

SHEETS = Path(settings.BASE_DIR) / "static" / "css"
GROUNDS = ("paper", "wash", "mark")
TEXT, MARK = 4.5, 3.0
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|(?:left|right|top|bottom|width|height)"
    r"|(?:min|max)-(?:width|height))(?:-\w+)?\s*:(?![^(]*\))"
    r"|(?:text-align|float):\s*(?:left|right)"
)


def tokens(selector: str) -> dict[str, str]:
    """The colours that a block of tokens.css sets, by name."""
    text = (SHEETS / "tokens.css").read_text()
    block = re.search(re.escape(selector) + r" \{(.*?)\}", text, re.DOTALL)
    assert block, selector
    return dict(re.findall(r"--([\w-]+): (#\w+);", block[1]))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


SCHEMES = {"light": tokens(":root"), "dark": tokens(":root.dark")}


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("scheme", "ink", "ground"), [*product(SCHEMES, ("ink", "faint", "red"), GROUNDS)])
def test_text_stands_out_from_every_ground(scheme: str, ink: str, ground: str) -> None:
    colours = SCHEMES[scheme]
    assert contrast(colours[ink], colours[ground]) >= TEXT


@pytest.mark.parametrize(("scheme", "ground"), [*product(SCHEMES, GROUNDS)])
def test_edges_of_controls_stand_out(scheme: str, ground: str) -> None:
    assert contrast(SCHEMES[scheme]["edge"], SCHEMES[scheme][ground]) >= MARK


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_on_red_stands_out(scheme: str) -> None:
    assert contrast(SCHEMES[scheme]["on-red"], SCHEMES[scheme]["red"]) >= TEXT


def test_dark_is_the_same_by_the_systems_wish_and_by_the_readers() -> None:
    assert tokens(":root:not(.light)") == SCHEMES["dark"]
    assert SCHEMES["dark"].keys() == SCHEMES["light"].keys()


def test_the_sheet_is_small() -> None:
    assert len(gzip.compress(joined().encode())) <= 40_000


def test_every_sheet_of_the_folder_is_part_of_the_one() -> None:
    assert {sheet.stem for sheet in SHEETS.glob("*.css")} == set(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_a_sheet_mirrors_for_scripts_from_right_to_left(part: str) -> None:
    """No physical property outside the paper's own rules."""
    text = re.sub(
        r"/\*.*?\*/|@page[^{]*\{[^}]*\}|@media[^{]*",
        "",
        (SHEETS / f"{part}.css").read_text(),
        flags=re.DOTALL,
    )
    assert PHYSICAL.findall(text) == []


@pytest.mark.parametrize("part", PARTS)
def test_every_token_that_a_sheet_uses_is_defined(part: str) -> None:
    everything = joined()
    used = set(re.findall(r"var\((--[\w-]+)[),]", (SHEETS / f"{part}.css").read_text()))
    assert used <= set(re.findall(r"(--[\w-]+):", everything))


def test_the_scripts_before_the_first_paint_are_small() -> None:
    assert len((SHEETS.parent / "site" / "modes.js").read_bytes()) <= 1000


def test_the_name_has_a_face_of_a_few_kilobytes() -> None:
    face = masthead.cut("某某自治州人民政府公报")
    assert face[:4] == b"wOF2"
    assert len(face) < 10_000


def test_without_the_face_nothing_refers_to_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def missing(*_wanted: str) -> tuple[str, int]:
        raise MissingFontError

    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    monkeypatch.setattr(masthead, "locate", missing)
    assert masthead.make() is None
    assert masthead.NAME not in joined()


def test_a_new_name_gets_a_new_face(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    monkeypatch.setattr(settings, "SITE_NAME", "甲州公报")
    made = masthead.make()
    assert made
    first = made.read_bytes()
    monkeypatch.setattr(settings, "SITE_NAME", "乙州公报")
    assert masthead.make() == made
    assert made.read_bytes() != first
