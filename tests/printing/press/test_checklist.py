"""The check list: each fault is found, and where it is."""

from dataclasses import replace
from io import BytesIO
from itertools import count

import pikepdf
import pytest
from django.template.loader import render_to_string
from pikepdf import Name

from printing import press
from tests.printing.press import sheets
from tests.printing.press.sheets import TEXT

FRONT = '<a class="folio" href="#a"></a><a class="folio" href="#b"></a>'


def findings(pdf: bytes, kind: str, severity: str | None = None) -> list[tuple[str, int | None]]:
    found = press.check(pdf, replace(TEXT, front=FRONT)).of(kind)
    return [(each.message, each.page) for each in found if severity is None or each.severity == severity]


def changed(pdf: bytes, change: object) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as file:
        change(file)  # type: ignore[operator]
        return sheets.saved(file)


def test_a_sound_issue_passes() -> None:
    """Nothing stands against printing it, as it is read and as it goes to the press."""
    pdf = sheets.issue()
    for made in (pdf, press.proof(pdf, TEXT), press.final(pdf)):
        checks = press.check(made, replace(TEXT, front=FRONT))
        assert checks.is_ready
        assert {each.kind for each in checks.findings if each.severity != "ok"} == {"pages"}


@pytest.mark.parametrize(("pages", "severity"), [(4, "ok"), (6, "warn"), (7, "warn")])
def test_pages_are_counted_for_binding(pages: int, severity: str) -> None:
    """Four to a folded sheet; what is lacking is said."""
    ((message, _),) = findings(sheets.blank(pages), "pages", severity)
    assert f"{pages} 页" in message
    assert severity == "ok" or f"补 {-pages % 4} 页" in message


@pytest.mark.parametrize(("pages", "sides", "severity"), [(4, 2, "ok"), (6, 4, "warn"), (7, 4, "warn")])
def test_a_booklet_tells_its_pages_and_its_sides(pages: int, sides: int, severity: str) -> None:
    """Of pages that fill no sheet, how many blank ones were added."""
    (found,) = press.check_booklet(sheets.blank(pages), TEXT).of("pages")
    assert found.severity == severity
    assert f"本刊 {pages} 页，每面两页，拼成 {sides} 面" in found.message
    assert ("补空白" in found.message) == (severity == "warn")


def test_a_page_of_another_size_is_found() -> None:
    """And one that lies is told apart from it."""
    pdf = sheets.issue(more='<div class="small">小</div><div class="lying">横</div>')
    assert [page for _, page in findings(pdf, "sizes", "error")] == [4]
    assert [page for _, page in findings(pdf, "sizes", "warn")] == [5]


def test_too_little_bleed_is_found() -> None:
    """On the page where it is."""

    def cut(file: pikepdf.Pdf) -> None:
        file.pages[1].obj.BleedBox = file.pages[1].obj.TrimBox

    assert [page for _, page in findings(changed(press.final(sheets.issue()), cut), "edges", "error")] == [2]


def test_a_face_that_is_not_embedded_is_found() -> None:
    """By its name."""

    def take(file: pikepdf.Pdf) -> None:
        for each in file.objects:
            if isinstance(each, pikepdf.Dictionary) and "/FontFile3" in each:
                del each["/FontFile3"]

    found = findings(changed(sheets.issue(), take), "fonts", "error")
    assert any("Noto-Serif-CJK-SC" in message for message, _ in found)


def test_a_face_embedded_whole_is_found() -> None:
    """It makes a file ten times as large."""

    def rename(file: pikepdf.Pdf) -> None:
        for each in file.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == Name.Type0:
                each.BaseFont = Name("/Whole")

    ((message, _),) = findings(changed(sheets.issue(), rename), "fonts", "warn")
    assert "Whole" in message


def test_a_missing_character_is_found() -> None:
    """A code that stands for no glyph would print a box."""

    def lose(file: pikepdf.Pdf) -> None:
        content = file.pages[2].Contents.read_bytes()
        start = content.index(b"[<") + 2
        file.pages[2].obj.Contents = file.make_stream(content[:start] + b"0000" + content[start + 4 :])

    assert [page for _, page in findings(changed(sheets.issue(), lose), "characters", "error")] == [3]


def test_characters_in_another_face_are_told() -> None:
    """As the manuscript knows them."""
    checks = press.check(sheets.issue(), replace(TEXT, warnings=["用其他字体代印：龘"]))
    assert [each.message for each in checks.of("characters")] == ["用其他字体代印：龘"]


@pytest.mark.parametrize(("pixels", "severity"), [(300, "ok"), (200, "warn"), (100, "error")])
def test_images_are_measured_as_they_are_printed(pixels: int, severity: str) -> None:
    """An inch of paper wants 300 pixels, and 150 at the least."""
    inch = f'<img style="width: 1in; height: 1in" src="{sheets.picture(pixels, pixels, (9, 90, 9))}">'
    ((message, page),) = findings(sheets.issue(more=inch), "pictures", severity)
    assert (severity == "ok") == (page is None)
    assert severity == "ok" or f"{pixels} dpi" in message


def test_colours_of_the_screen_are_found_in_a_final() -> None:
    """Drawn ones and those of images, each on its page."""

    def paint(file: pikepdf.Pdf) -> None:
        file.pages[0].contents_add(b"1 0 0 rg 9 9 9 9 re f")
        image = file.make_stream(bytes(3), Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
        name = file.pages[1].add_resource(image, Name.XObject)
        file.pages[1].contents_add(f"q 9 0 0 9 0 0 cm {name} Do Q".encode())

    found = findings(changed(press.final(sheets.issue()), paint), "colours", "error")
    assert [page for _, page in found] == [1, 2]


def test_too_much_ink_is_found() -> None:
    """Four full inks do not dry."""

    def paint(file: pikepdf.Pdf) -> None:
        file.pages[0].contents_add(b"1 1 1 .9 k 9 9 9 9 re f")

    assert [page for _, page in findings(changed(press.final(sheets.issue()), paint), "colours", "warn")] == [
        1
    ]


def test_a_page_without_a_folio_is_found() -> None:
    """Between pages that have theirs."""
    pdf = sheets.issue(
        style="@page :nth(3) { @bottom-right { content: none } }", more="<h1>关于人事的通知</h1>"
    )
    ((message, page),) = findings(pdf, "folios", "error")
    assert page == 3
    assert "3" in message


def test_folios_out_of_order_or_on_the_inner_side_are_found() -> None:
    """A number twice, and a right-hand page with its number at the left."""
    twice = sheets.issue(style="@page :nth(3) { @bottom-right { content: '— 2 —' } }", more="<h1>人事</h1>")
    assert (3, "2") in [(page, message[4]) for message, page in findings(twice, "folios", "error")]
    inner = "@page :nth(3) { @bottom-right { content: none } @bottom-left { content: '— 3 —' } }"
    assert [page for _, page in findings(sheets.issue(style=inner), "folios", "error")] == [3]


@pytest.mark.parametrize("folios", [(3, 3), (2, 2), (2, 9)])
def test_contents_that_name_another_page_are_found(folios: tuple[int, int]) -> None:
    """By what is printed: the heading is not on the page with that number."""
    ((message, page),) = findings(sheets.issue(folios=folios), "contents", "error")
    wrong = sheets.TITLES[0] if folios[0] != 2 else sheets.TITLES[1]
    assert wrong in message
    assert page == 1


def test_contents_without_a_folio_are_found() -> None:
    """The manuscript asks for more numbers than are printed."""
    ((message, _),) = findings(sheets.blank(2), "contents", "error")
    assert "2 个" in message


def test_a_blank_page_within_the_text_is_found() -> None:
    """Before and behind the text it is as it should be."""

    def insert(file: pikepdf.Pdf) -> None:
        for place in (1, 3):
            file.add_blank_page(page_size=(595.276, 841.89))
            file.pages.insert(place, file.pages[-1])
            del file.pages[-1]

    found = press.check(changed(sheets.issue(), insert), TEXT).of("blank")
    assert [(each.severity, each.page) for each in found] == [("ok", 2), ("warn", 4)]


def test_each_point_is_told_by_word_and_sign() -> None:
    """Not by colour alone; what is wrong with one page names it."""
    pdf = sheets.issue(folios=(2, 2))
    page = render_to_string("printing/press/checklist.html", {"findings": press.check(pdf, TEXT).to_json()})
    assert "✗ 不合格" in page
    assert "✓ 合格" in page
    assert "PDF 第1页" in page


def test_findings_are_in_the_order_of_the_list() -> None:
    """Pages first, colours last, so that two lists can be compared."""
    kinds = [each.kind for each in press.check(sheets.issue(), TEXT).findings]
    order = dict(
        zip(
            [
                "pages",
                "sizes",
                "edges",
                "blank",
                "size",
                "folios",
                "contents",
                "fonts",
                "characters",
                "pictures",
                "colours",
            ],
            count(),
            strict=False,
        )
    )
    assert kinds == sorted(kinds, key=order.__getitem__)
