"""A PDF that is not what it says gives a message, never a crash."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from printing import press
from printing.errors import PrintingError
from tests.printing.press import sheets
from tests.printing.press.sheets import TEXT

MAKING: dict[str, Callable[[bytes], object]] = {
    "proof": lambda pdf: press.proof(pdf, TEXT),
    "final": press.final,
    "booklet": press.booklet,
    "check": lambda pdf: press.check(pdf, TEXT),
}
each_way = pytest.mark.parametrize("make", MAKING.values(), ids=MAKING)


@cache
def sound() -> bytes:
    image = f'<img src="{sheets.picture(9, 9, (200, 0, 9))}">'
    return sheets.sheets(f"<p>供暖</p>{image}")


@each_way
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"no PDF", b"%PDF-1.7\ntrailer<</Root 1 0 R>>"])
def test_what_is_no_pdf_is_refused(make: Callable[[bytes], object], data: bytes) -> None:
    """With a message for the editor."""
    with pytest.raises(PrintingError, match="这份 PDF"):
        make(data)


@each_way
def test_a_locked_pdf_is_refused(
    make: Callable[[bytes], object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It cannot be printed without its password."""
    file = tmp_path_factory.mktemp("locked") / "locked.pdf"
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(file, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(PrintingError, match="密码"):
        make(file.read_bytes())


@each_way
def test_a_pdf_without_pages_is_refused(make: Callable[[bytes], object]) -> None:
    """There is nothing to print."""
    with pikepdf.new() as made, pytest.raises(PrintingError, match="页数"):
        make(sheets.saved(made))


@each_way
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_bytes_give_a_file_or_a_message(make: Callable[[bytes], object], data: st.DataObject) -> None:
    """Wherever bytes are lost, changed or cut off."""
    pdf = bytearray(sound())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(pdf) - 1))
        pdf[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    # Whatever else is raised fails the test.
    with suppress(PrintingError):
        assert make(bytes(pdf))


@pytest.mark.parametrize("change", ["TrimBox", "Resources", "Contents"])
@each_way
def test_wrong_kinds_of_things_give_a_message(make: Callable[[bytes], object], change: str) -> None:
    """A number where a box, a dictionary or a stream should be."""
    with pikepdf.new() as file:
        file.add_blank_page()
        file.pages[0].obj[f"/{change}"] = 7
        pdf = sheets.saved(file)
    with suppress(PrintingError):
        assert make(pdf)


@each_way
def test_a_form_that_draws_itself_is_refused(make: Callable[[bytes], object]) -> None:
    """No loop in a file keeps the worker busy."""
    with pikepdf.new() as file:
        file.add_blank_page()
        form = file.make_stream(
            b"/A Do /A Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
        )
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=form))
        file.pages[0].obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=form))
        file.pages[0].contents_add(b"/A Do")
        pdf = sheets.saved(file)
    with pytest.raises(PrintingError, match="损坏"):
        make(pdf)
