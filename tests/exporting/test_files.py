"""E-books and Word files on the public site."""

import hashlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from documents.figures import path_of
from documents.models import Block, BlockKind, Document
from exporting.epub import document_epub, epub_file
from exporting.word import document_file
from printing.errors import PrintingError
from printing.models import Export, Form, State
from sealing.finding import found_by
from tests import rooms_world
from tests import world as worlds
from tests.exporting.epub.opened import Ebook
from tests.pictures import shown_in
from tests.printing.paper import solid
from tests.printing.stub import installed, print_edition


def address(document: Document, ending: str) -> str:
    return reverse("document_file", args=[document.publication.code, document.slug, ending])


@pytest.fixture
def printed(
    world: worlds.World, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> worlds.World:
    """The world with its issue's edition."""
    settings.PDF_DIR = tmp_path / "pdf"
    installed(monkeypatch)
    print_edition(world.issue)
    return world


def test_a_document_is_there_as_an_e_book(printed: worlds.World, client: Client) -> None:
    """To keep, under its title."""
    answer = client.get(address(printed.first, "epub"))
    assert answer["Content-Type"] == "application/epub+zip"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%E5%85%B3%E4%BA%8E")
    assert "关于做好冬季供暖工作的通知" in Ebook(answer.getvalue()).whole


def test_a_document_is_there_as_a_word_file(printed: worlds.World, client: Client) -> None:
    """Title, number, text and where it was taken from."""
    world = printed
    opened = docx.Document(BytesIO(client.get(address(world.first, "docx")).getvalue()))
    texts = [paragraph.text for paragraph in opened.paragraphs]
    assert texts[:2] == ["关于做好冬季供暖工作的通知", world.first.doc_number]
    assert texts[-1] == "选自《伊河州人民政府公报》2021年第3号。"
    assert opened.core_properties.title == "关于做好冬季供暖工作的通知"


@pytest.mark.parametrize("ending", ["epub", "docx"])
def test_the_site_knows_the_files_of_documents_as_its_own(
    printed: worlds.World, client: Client, ending: str
) -> None:
    """They are of the issue's edition: made once, named in its manifest, and served as they were sealed."""
    entry = printed.first.entry_id
    given = client.get(address(printed.first, ending)).getvalue()
    assert client.get(f"/yihe/2021/3/entries/{entry}.{ending}").getvalue() == given
    found = found_by(hashlib.sha256(given).hexdigest())
    assert found
    assert (found.entry, found.file.name) == (printed.first.entry, f"entries/{entry}.{ending}")
    printed.first.blocks.filter(label="第一条").update(text="为保障居民温暖过冬，修订本办法。")
    assert client.get(address(printed.first, ending)).getvalue() == given


@pytest.mark.parametrize("ending", ["epub", "docx"])
def test_before_the_edition_is_there_readers_are_told_to_come_again(
    world: worlds.World, client: Client, ending: str
) -> None:
    """As for its PDF; it is ordered, also where the edition was made before documents had files in it."""
    for path in (address(world.first, ending), f"/yihe/2021/3/entries/{world.first.entry_id}.{ending}"):
        answer = client.get(path)
        assert (answer.status_code, answer["Retry-After"]) == (503, "30")
        assert "正在排印，请稍候" in answer.content.decode()
    assert Export.objects.get().form == Form.EDITION


@pytest.mark.parametrize("ending", ["epub", "docx"])
def test_an_edition_of_former_days_is_completed(printed: worlds.World, client: Client, ending: str) -> None:
    Export.objects.filter(entry__isnull=False, form=ending).delete()
    assert client.get(address(printed.first, ending)).status_code == 503
    assert Export.objects.filter(form=Form.EDITION, state=State.QUEUED).exists()


@pytest.mark.parametrize("ending", ["epub", "docx"])
def test_a_document_without_an_issue_is_made_when_asked_for(
    world: worlds.World, client: Client, ending: str
) -> None:
    loose = worlds.document(world.gazette, 9)
    answer = client.get(address(loose, ending))
    assert answer.status_code == 200
    assert answer.content == {"epub": document_epub, "docx": document_file}[ending](loose)


def test_an_entry_that_is_no_document_has_neither(printed: worlds.World, client: Client) -> None:
    notice = rooms_world.notice(printed.issue)
    for ending in ("epub", "docx"):
        assert client.get(f"/yihe/2021/3/entries/{notice.entry.pk}.{ending}").status_code == 404
    assert client.get("/yihe/2021/3/entries/999999.epub").status_code == 404


@pytest.mark.parametrize("ending", ["epub", "docx"])
def test_what_is_not_public_is_not_given(world: worlds.World, client: Client, ending: str) -> None:
    """Unpublished and unknown documents answer alike; one that was taken back is gone."""
    draft = worlds.issue(world.gazette, 2021, 4, published=False)
    hidden = worlds.document(world.gazette, 9, printed_in=draft)
    assert client.get(address(hidden, ending)).status_code == 404
    world.issue.withdrawn_at = timezone.now()
    world.issue.save()
    assert client.get(address(world.first, ending)).status_code == 410


def test_a_document_s_page_leads_to_its_files(world: worlds.World, client: Client) -> None:
    page = client.get(world.first.get_absolute_url()).content.decode()
    assert address(world.first, "epub") in page
    assert address(world.first, "docx") in page


def test_merged_cells_are_merged_in_word(world: worlds.World) -> None:
    """Across and downwards; no text is repeated and none is lost."""
    rows = [["序号", "任务", "任务"], ["", "本月", "全年"], ["1", "检修", "供暖"]]
    spans = [[0, 1, 1, 2], [0, 0, 2, 1]]
    world.second.blocks.all().delete()
    Block.objects.create(document=world.second, position=1, kind=BlockKind.TABLE, rows=rows, spans=spans)
    (table,) = docx.Document(BytesIO(document_file(world.second))).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["序号", "任务", "任务"],
        ["序号", "本月", "全年"],
        ["1", "检修", "供暖"],
    ]
    assert table.cell(0, 1)._tc is table.cell(0, 2)._tc
    assert table.cell(0, 0)._tc is table.cell(1, 0)._tc


def test_the_same_document_gives_the_same_word_file(world: worlds.World) -> None:
    first = document_file(world.first)
    assert document_file(world.first) == first
    assert solid("供暖") in solid(docx.Document(BytesIO(first)).paragraphs[0].text)


def test_a_picture_is_in_the_word_file(world: worlds.World, settings: Settings, tmp_path: Path) -> None:
    """With the words for who cannot see it; no file is made with a gap where one is lost."""
    settings.DATA_DIR = tmp_path
    figure = shown_in(world.second)
    (shown,) = docx.Document(BytesIO(document_file(world.second))).inline_shapes
    assert shown._inline.docPr.get("descr") == figure.alt
    assert round(shown.width / shown.height, 2) == round(figure.width / figure.height, 2)
    path_of(figure.file_name).unlink()
    with pytest.raises(PrintingError, match=figure.alt):
        document_file(world.second)


def test_a_paragraph_from_right_to_left_is_one_in_word(world: worlds.World) -> None:
    """Word sets Uyghur and Kazakh from the right by the paragraph's and the run's own marks."""
    world.second.blocks.all().delete()
    text = "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى"
    for position, each in enumerate((text, "中文段落。"), 1):
        Block.objects.create(document=world.second, position=position, kind=BlockKind.PARAGRAPH, text=each)
    opened = docx.Document(BytesIO(document_file(world.second)))
    marked = {each.text: len(each._p.xpath(".//w:bidi | .//w:rtl")) for each in opened.paragraphs}
    assert (marked[text], marked["中文段落。"]) == (2, 0)


@pytest.mark.parametrize("make", [document_file, document_epub])
def test_what_xml_forbids_in_a_title_keeps_no_file_from_being_made(
    world: worlds.World, make: Callable[[Document], bytes]
) -> None:
    world.first.title = world.first.issuer = world.first.doc_number = "通\x0b知\x00"
    assert make(world.first)


def test_no_e_book_has_a_gap_where_a_picture_is_lost(
    world: worlds.World, client: Client, settings: Settings, tmp_path: Path
) -> None:
    """The job that makes it says which; readers come again."""
    settings.DATA_DIR = tmp_path
    figure = shown_in(world.first)
    path_of(figure.file_name).unlink()
    with pytest.raises(PrintingError, match="供暖范围示意图"):
        epub_file(world.issue)
    loose = worlds.document(world.gazette, 9)
    path_of(shown_in(loose).file_name).unlink()
    assert client.get(address(loose, "epub")).status_code == 503
