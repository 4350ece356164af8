"""What the file says of itself, and what else is in it."""

from io import BytesIO

import pytest
from lxml import etree
from pypdf import PdfReader

from printing.compositor.binding.levels import Levels
from printing.compositor.director import compose_here
from printing.manuscript import Attached
from tests.printing.compositor.desk import composed, manuscript, opened, order

pytestmark = pytest.mark.usefixtures("small_sheets")
DATED = "2021-05-20T02:00:00+00:00"


def test_it_says_that_it_is_for_keeping_and_for_everyone() -> None:
    """PDF/A-3a and PDF/UA-1, with title, author, language and dates the same in both places."""
    pdf = opened(composed("<p>一", author="伊河州人民政府", dated=DATED))
    xmp = etree.fromstring(pdf.Root.Metadata.read_bytes())
    found = {each.tag.partition("}")[2]: each.text for each in xmp.iter() if each.text and each.text.strip()}
    assert (found["conformance"], found["CreateDate"], found["ModifyDate"]) == ("A", DATED, DATED)
    parts = [each.text for each in xmp.iter() if each.tag.endswith("/id/}part")]
    assert parts == ["3", "1"]
    assert str(pdf.docinfo.CreationDate) == "D:20210520020000+00'00'"
    assert (str(pdf.docinfo.Title), str(pdf.docinfo.Author)) == ("公报", "伊河州人民政府")
    assert (str(pdf.Root.Lang), bool(pdf.Root.ViewerPreferences.DisplayDocTitle)) == ("zh-CN", True)
    assert len(pdf.Root.OutputIntents) == 1


def test_what_is_not_known_is_not_there() -> None:
    """Neither an author nor the moment of printing."""
    pdf = opened(composed("<p>一"))
    assert not {"/Author", "/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())
    assert b"CreateDate" not in pdf.Root.Metadata.read_bytes()


def test_a_file_for_the_press_claims_nothing() -> None:
    pdf = opened(composed("<p>一", archival=False))
    assert "/OutputIntents" not in pdf.Root
    assert b"pdfaid" not in pdf.Root.Metadata.read_bytes()


def test_attached_files_are_there_once() -> None:
    """Under their names, with their relation to the pages."""
    attached = Attached("本期.json", b'{"number": 3}', "application/json", "本期内容数据")
    printed = composed("<p id=a>一", attached=(attached,), dated=DATED)
    pdf = opened(printed)
    (file,) = pdf.Root.AF
    names = pdf.Root.Names.EmbeddedFiles.Names
    assert [str(names[0]), names[1].objgen] == ["本期.json", file.objgen]
    assert (str(file.AFRelationship), str(file.Desc)) == ("/Data", "本期内容数据")
    assert file.EF.F.read_bytes() == attached.data
    assert str(file.EF.F.Subtype) == "/application/json"
    assert pdf.attachments["本期.json"].get_file().read_bytes() == attached.data


def test_windows_show_the_printed_page_numbers() -> None:
    """Roman ones for the front, which prints none."""
    printed = composed("<p>一", "<p>二", front="<p>封面")
    pdf = opened(printed)
    assert [page.label for page in pdf.pages] == ["i", "ii", "1", "2"]


def test_the_outline_goes_over_all_sheets() -> None:
    """A level that one sheet leaves out makes no hole, and the next sheet hangs under the heading before it."""
    style = "@page { size: 200pt; margin: 20pt } h1, h2, h3 { bookmark-label: content() }"
    printed = composed("<h1>文件", "<h2>通知</h2><h3>办法", "<h1>任免</h1><h3>名单", style=style)
    reader = PdfReader(BytesIO(printed.pdf))
    assert _titles(reader.outline) == ["文件", ["通知", ["办法"]], "任免", ["名单"]]
    places = [reader.get_destination_page_number(each) for each in _flat(reader.outline)]
    assert places == [0, 1, 1, 2, 2]


def test_a_new_text_has_a_new_identifier() -> None:
    """The first half is the manuscript's digest."""
    texts = [manuscript("<p>一"), manuscript("<p>二")]
    files = [opened(compose_here(order(text))) for text in texts]
    assert [str(file.trailer.ID[0]) for file in files] == [text.digest[:32] for text in texts]


def test_levels_have_no_holes() -> None:
    levels = Levels()
    assert [levels.depth(level) for level in (2, 4, 4, 3, 6, 2, 1, 3)] == [1, 2, 2, 2, 3, 1, 1, 2]


def test_the_digest_knows_all_that_decides_the_bytes() -> None:
    text = manuscript("<p>一")
    others = [
        manuscript("<p>一", multiple=2),
        manuscript("<p>一", archival=False),
        manuscript("<p>一", dated=DATED),
    ]
    assert len({each.digest for each in (text, *others)}) == len(others) + 1


def _titles(outline: list) -> list:
    return [_titles(each) if isinstance(each, list) else each.title for each in outline]


def _flat(outline: list) -> list:
    return [found for each in outline for found in (_flat(each) if isinstance(each, list) else [each])]
