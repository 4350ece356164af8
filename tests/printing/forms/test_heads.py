"""Heads of official documents: marks, numbers, and the room that they take."""

import pytest

from documents.models import DocumentKind
from gazette.models import Body
from printing.forms.heads import LINE, WIDTH, ems, head_of, issuers, single
from tests.printing.forms.texts import document


def test_a_document_bears_its_issuer_s_name_as_a_mark() -> None:
    head = head_of(document())
    assert head.mark
    assert (head.form, head.mark.lines, head.number) == (
        "document",
        ("伊河州人民政府文件",),
        "伊河政发〔2021〕8号",
    )


def test_an_issuer_that_is_not_known_is_not_invented() -> None:
    """Neither is it taken from the gazette; the organ stands in where the record names it."""
    assert head_of(document(issuer="")).mark is None
    made = document(issuer="")
    made.issuing_body = Body(name="伊河州财政局")
    assert issuers(made) == ["伊河州财政局"]


def test_several_issuers_stand_under_each_other() -> None:
    """In lines of one length, with 文件 beside them."""
    mark = head_of(document(issuer="伊河州发展和改革委员会、伊河州财政局")).mark
    assert mark
    assert (mark.lines, mark.word) == (("伊河州发展和改革委员会", "伊河州财政局"), "文件")
    lengths = [ems(line) + room * (len(line) - 1) for line, room in mark.spread]
    assert lengths == [pytest.approx(11), pytest.approx(11, abs=0.01)]


@pytest.mark.parametrize(
    ("title", "number", "shown", "says_title"),
    [
        ("伊河州人民政府令（第12号）", "伊河州人民政府令第12号", "第12号", True),
        ("伊河州人民政府令", "第 12 号", "第12号", True),
        ("伊河州湿地保护办法", "伊河州人民政府令第12号", "第12号", False),
        ("伊河州人民政府令（第十二号）", "", "第十二号", True),
        ("伊河州湿地保护办法", "", "", False),
    ],
)
def test_an_order_bears_its_mark_and_number(title: str, number: str, shown: str, says_title: bool) -> None:
    """A title that says no more than the mark is not printed again; any other is."""
    head = head_of(document(DocumentKind.ORDER, title=title, doc_number=number))
    assert head.mark
    assert (head.form, head.mark.lines, head.number) == ("order", ("伊河州人民政府令",), shown)
    assert head.says_title is says_title


def test_a_letter_bears_the_name_alone_and_of_several_the_first() -> None:
    head = head_of(document(DocumentKind.LETTER, issuer="伊河州财政局、伊河州教育局"))
    assert head.mark
    assert (head.form, head.mark.lines) == ("letter", ("伊河州财政局",))


@pytest.mark.parametrize("length", [2, 8, 17, 30, 60])
def test_a_mark_fits_the_type_area(length: int) -> None:
    mark = single("州" * length)
    assert mark.natural * mark.narrowed <= WIDTH + 0.5


@pytest.mark.parametrize("kind", ["notice", "letter", "order"])
@pytest.mark.parametrize("issuer", ["伊河州人民政府", "伊河州财政局、伊河州教育局、伊河州民政局", ""])
def test_what_stands_under_a_head_begins_on_a_line_of_the_page(kind: str, issuer: str) -> None:
    height = head_of(document(kind, issuer=issuer)).height
    assert height / LINE == pytest.approx(round(height / LINE))
