"""付印稿: what goes to the printing works."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Name

from printing import press
from printing.press.files import MM
from printing.press.inks import RED, ink
from printing.press.looking import Seen, look
from tests.printing.press import sheets

SCREEN = {"rg", "RG", "g", "G"}
Channel = st.floats(min_value=0, max_value=1)


@pytest.fixture(scope="module")
def made() -> bytes:
    coloured = f'<p style="color: #c8102e">红头</p><p style="color: #777">灰</p><img src="{sheets.picture(60, 40, (0, 90, 160))}">'
    return press.final(sheets.issue(more=coloured))


def operators(pdf: bytes) -> set[str]:
    with pikepdf.open(BytesIO(pdf)) as file:
        streams = [*file.pages, *(each for each in file.objects if is_form(each))]
        return {str(part.operator) for each in streams for part in pikepdf.parse_content_stream(each)}


def is_form(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == Name.Form


def inks(pdf: bytes) -> set[tuple[float, ...]]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return {each for page in file.pages for each in look(page).inks}


def seen(pdf: bytes) -> list[Seen]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return [look(page) for page in file.pages]


def test_every_page_has_its_cut_and_bleed(made: bytes) -> None:
    """The cut page is A4, colours could go on 3 mm beyond it, and the sheet holds the marks."""
    with pikepdf.open(BytesIO(made)) as file:
        for page in file.pages:
            assert [float(edge) / MM for edge in page.trimbox] == pytest.approx([10, 10, 220, 307], abs=0.01)
            assert [float(edge) / MM for edge in page.bleedbox] == pytest.approx([7, 7, 223, 310], abs=0.01)
            assert [float(edge) / MM for edge in page.mediabox] == pytest.approx([0, 0, 230, 317], abs=0.01)


def test_a_page_is_cut_where_its_marks_are() -> None:
    """They begin beyond the bleed, in line with the cut, at each corner."""
    picture = sheets.grey(press.final(sheets.blank(1)), dpi=144)
    width, height = picture.size
    cut, bleed = 20 * MM, 14 * MM
    for x in (cut, width - cut):
        for y in (4 * MM, height - 4 * MM):
            assert darkest(picture, x, y) < 200
    assert darkest(picture, cut, bleed + 4) > 250


def darkest(picture: object, x: float, y: float) -> int:
    box = (int(x) - 3, int(y) - 1, int(x) + 4, int(y) + 2)
    return int(picture.crop(box).getextrema()[0])  # type: ignore[attr-defined]


def test_no_colour_of_the_screen_is_left(made: bytes) -> None:
    """Neither in a page's operators nor in an image."""
    assert not operators(made) & SCREEN
    for page in seen(made):
        assert "RGB" not in page.spaces
        assert all(picture.colours == "CMYK" for picture in page.pictures)


def test_text_is_black_ink_alone_and_the_head_is_pure_red(made: bytes) -> None:
    """No grey or black is mixed of colours, which would show when plates do not meet."""
    found = inks(made)
    assert (0, 0, 0, 1) in found
    assert RED in found
    assert all(each[:3] == (0, 0, 0) for each in found if each != RED)


@given(red=Channel, green=Channel, blue=Channel)
def test_a_colour_takes_no_more_ink_than_paper_bears(red: float, green: float, blue: float) -> None:
    """Each ink is between none and full, one of the three colours is left out, all together stay within 300 %."""
    mixture = ink(red, green, blue)
    assert all(-1e-9 <= part <= 1 + 1e-9 for part in mixture)
    assert min(mixture[:3]) == pytest.approx(0, abs=1e-9)
    assert sum(mixture) <= 3 + 1e-9


@given(grey=Channel)
def test_a_grey_is_black_ink_alone(grey: float) -> None:
    """As dark as it was."""
    assert ink(grey, grey, grey) == pytest.approx((0, 0, 0, 1 - grey))


def test_a_grey_image_has_one_ink() -> None:
    """A scan of a seal or a chart in black prints on one plate."""
    pdf = press.final(sheets.sheets(f'<img src="{sheets.picture(30, 30, (90, 90, 90))}">'))
    assert [picture.colours for picture in seen(pdf)[0].pictures] == ["Gray"]


def test_an_image_keeps_its_look() -> None:
    """Turned to inks and back to the screen, a blue is still that blue."""
    pdf = press.final(sheets.sheets(f'<img src="{sheets.picture(30, 30, (0, 90, 160))}">'))
    with pikepdf.open(BytesIO(pdf)) as file:
        image = next(
            each
            for each in file.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == Name.Image
        )
        cyan, magenta, yellow, black = image.read_bytes()[:4]
    assert (cyan, magenta, yellow, black) == (160, 70, 0, 95)


def test_gradients_and_drawings_are_in_inks() -> None:
    """Whatever a chart is drawn with."""
    chart = """<svg width="200" height="100" viewBox="0 0 200 100"><linearGradient id="g"><stop stop-color="#00f"/>
    <stop offset="1" stop-color="#0f0"/></linearGradient><rect width="200" height="100" fill="url(#g)"/>
    <circle r="30" fill="#123456" opacity=".5"/></svg>"""
    pdf = press.final(sheets.sheets(chart))
    assert not operators(pdf) & SCREEN
    with pikepdf.open(BytesIO(pdf)) as file:
        spaces = [
            each.ColorSpace
            for each in file.objects
            if isinstance(each, pikepdf.Dictionary) and "/ShadingType" in each
        ]
    assert spaces
    assert set(spaces) <= {Name.DeviceCMYK, Name.DeviceGray}


def test_the_text_and_its_lines_stay(made: bytes) -> None:
    """The press prints what was read: the same words, in embedded faces."""
    assert "关于做好冬季供暖的通知" in sheets.text(made)
    checks = press.check(made, sheets.TEXT)
    assert [each.severity for each in checks.of("fonts")] == ["ok"]


def test_what_only_screens_need_is_left_out() -> None:
    """Structure, bookmarks, attachments and the claim to be for keeping."""
    tagged = sheets.sheets('<h1 id="a">供暖</h1><p><a href="#a">见</a></p>')
    with pikepdf.open(BytesIO(press.final(tagged))) as file:
        assert not {"/StructTreeRoot", "/Outlines", "/Names", "/Metadata", "/OutputIntents"} & set(
            file.Root.keys()
        )
        assert all("/Annots" not in page.obj for page in file.pages)
    assert not operators(press.final(tagged)) & {"BDC", "BMC", "EMC"}


def test_the_same_pages_give_the_same_final() -> None:
    """Byte for byte."""
    pdf = sheets.issue()
    assert press.final(pdf) == press.final(pdf)
