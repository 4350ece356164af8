"""The printed issue, as it lies on the table."""

import re
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from documents.models import Block, BlockKind, Document
from gazette.models import Entry
from printing.layout import sections
from printing.render import manuscript, render_issue
from tests import world as worlds
from tests.printing.paper import Paper, kept_in_order, raw_text, records_text, solid


def print_world(world: worlds.World) -> Paper:
    return Paper(render_issue(world.issue))


def add_block(document: Document, kind: str, text: str = "", **fields: object) -> Block:
    return Block.objects.create(
        document=document, position=100 + document.blocks.count(), kind=kind, text=text, **fields
    )


def test_the_cover_is_the_masthead(world: worlds.World) -> None:
    """The cover names gazette, year, number, serial, date, frequency and sponsor."""
    cover = solid(print_world(world).pages[0])
    for wording in (
        "伊河州人民政府公报",
        "2021年第3号（总第103期）",
        "2021年5月20日",
        "双月刊",
        "伊河州人民政府主办",
    ):
        assert wording in cover


def test_the_cover_says_on_which_pages_the_sections_begin(world: worlds.World) -> None:
    """In the order of the issue, with the folio of the first document of each."""
    add_block(world.first, BlockKind.PARAGRAPH, "供暖工作要落到实处。" * 300)
    world.second.entry.section = worlds.section(world.gazette, "部门文件")
    world.second.entry.save()
    paper = print_world(world)
    cover = re.sub("…+", "…", solid(paper.pages[0]))
    later = paper.folios[paper.page_of(world.second.title, start=2)]
    assert f"州人民政府文件…1部门文件…{later}" in cover


def test_the_colophon_closes_the_issue(world: worlds.World) -> None:
    """Number, serial, frequency, date, sponsor and editors stand on the last page, which is a left-hand one."""
    world.issue.chief_editor, world.issue.deputy_editors = "李明", ["王芳", "巴合提·努尔"]
    paper = print_world(world)
    colophon = solid(paper.pages[-1])
    for wording in (
        "期号2021年第3号",
        "总期号总第103期",
        "刊期双月刊",
        "出版日期2021年5月20日",
        "主办伊河州人民政府",
        "主编李明",
        "副主编王芳、巴合提·努尔",
    ):
        assert wording in colophon
    assert paper.folios[-1] is None
    assert len(paper.pages) % 2 == 0


def test_what_is_not_known_is_not_printed(world: worlds.World) -> None:
    """Without serial, date and editors, cover and colophon have neither their values nor their labels."""
    world.issue.serial = world.issue.dated_on = None
    paper = print_world(world)
    for wording in ("总第", "总期号", "None", "主编", "出版日期", "（", "核验"):
        assert wording not in paper.pages[0] + paper.pages[-1]


def test_the_colophon_leads_to_where_the_print_is_verified(world: worlds.World, settings: Settings) -> None:
    """A QR code with the address under it, as soon as the site has one."""
    settings.SITE_DOMAIN = "gazette.example"
    colophon = solid(print_world(world).pages[-1])
    assert "扫码核验https://gazette.example/verify/" in colophon
    assert manuscript(world.issue).back.count("<svg") == 1


def test_the_contents_give_the_pages_on_which_documents_begin(world: worlds.World) -> None:
    """The number after each line of the contents is the folio of the page with that title."""
    add_block(world.first, BlockKind.PARAGRAPH, "供暖工作要落到实处。" * 300)
    paper = print_world(world)
    contents = re.sub("…+", "…", solid(paper.pages[1]))
    for document in (world.first, world.second):
        page = paper.page_of(document.title, start=2)
        assert f"{document.doc_number}…{paper.folios[page]}" in contents
    assert paper.folios[paper.page_of(world.second.title, start=2)] > 2


def test_an_entry_without_a_record_keeps_its_title_and_gets_no_page(world: worlds.World) -> None:
    """What was not read stands in the contents as printed; no page is made up for it."""
    Entry.objects.create(
        issue=world.issue,
        section=worlds.section(world.gazette, "统计数据"),
        position=9,
        title="一季度主要指标",
    )
    paper = print_world(world)
    lines = paper.pages[1].splitlines()
    assert lines[lines.index("统计数据") + 1].strip() == "一季度主要指标"
    assert all("一季度主要指标" not in page for page in paper.pages[2:])


def test_an_issue_without_entries_is_a_cover(world: worlds.World) -> None:
    """An issue whose contents are still empty can be looked at."""
    bare = worlds.issue(world.gazette, 2021, 4)
    paper = Paper(render_issue(bare))
    assert "第4号" in solid(paper.pages[0])
    assert all("目" not in page for page in paper.pages)


def test_every_page_of_the_text_has_a_folio(world: worlds.World) -> None:
    """The text begins on a right-hand page with folio 1; cover, contents, blanks and colophon have none."""
    add_block(world.first, BlockKind.PARAGRAPH, "供暖工作要落到实处。" * 300)
    paper = print_world(world)
    text = [folio for page, folio in zip(paper.pages, paper.folios, strict=True) if "— " in page]
    assert paper.folios[:2] == [None, None]
    assert text == list(range(1, len(text) + 1))
    assert all(not page.strip() for page in paper.pages[2 + len(text) : -1])


def test_odd_folios_stand_on_the_right_and_even_ones_on_the_left(world: worlds.World) -> None:
    """As on every official document (GB/T 9704)."""
    paper = print_world(world)
    middle = float(paper.reader.pages[2].mediabox.width) / 2
    assert paper.place_of(2, "— 1 —") > middle
    assert paper.place_of(3, "— 2 —") < middle


def test_running_heads_name_gazette_year_and_number(world: worlds.World) -> None:
    """Any page, torn out, says where it belongs."""
    paper = print_world(world)
    for page in (page for page in paper.pages if "— " in page):
        assert "伊河州人民政府公报" in page
        assert "2021年第3号（总第103期）" in page


def test_bookmarks_follow_the_outline(world: worlds.World) -> None:
    """Section, document, issued text, chapter; and the attachment with its label."""
    bookmarks = print_world(world).bookmarks
    assert bookmarks[-1] == (1, "版权页")
    assert bookmarks[:6] == [
        (1, "目录"),
        (1, "州人民政府文件"),
        (2, "关于做好冬季供暖工作的通知"),
        (3, "供暖办法"),
        (4, "第一章　总则"),
        (3, "附件 供暖时间表"),
    ]


def test_lines_of_the_contents_are_links(world: worlds.World) -> None:
    """A click in the contents leads to the document, and nowhere outside the file."""
    annotations = [note.get_object() for note in print_world(world).reader.pages[1]["/Annots"]]
    assert len(annotations) >= 2
    assert all("/Dest" in note or note["/A"]["/S"] == "/GoTo" for note in annotations)


def test_the_file_says_what_it_is(world: worlds.World) -> None:
    """Title, author and language are in the file for catalogues and screen readers."""
    reader = print_world(world).reader
    assert reader.metadata.title == "伊河州人民政府公报 2021年第3号"
    assert reader.metadata.author == "伊河州人民政府"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"


def test_a_long_table_repeats_its_head(world: worlds.World) -> None:
    """On each page that the table runs over, the head says what the columns are."""
    rows = [["序号", "重点任务", "完成时间", "实施部门"]]
    rows += [[str(n), f"任务{n}" + "加强供暖设施检修" * 4, "十月底", "住建局"] for n in range(1, 60)]
    add_block(world.second, BlockKind.TABLE, rows=rows)
    paper = print_world(world)
    pages = [page for page in paper.pages if "加强供暖设施检修" in page]
    assert len(pages) > 1
    assert all("重点任务" in page for page in pages)


def test_a_very_wide_table_lies_on_its_side(world: worlds.World) -> None:
    """More columns than an upright page holds get a page of their own, turned, with head and folio."""
    add_block(world.second, BlockKind.TABLE, rows=[[f"第{n}项" for n in range(12)], ["一"] * 12])
    paper = print_world(world)
    page = paper.page_of("第11项")
    assert paper.reader.pages[page].mediabox.width > paper.reader.pages[page].mediabox.height
    assert paper.folios[page] == page - 1
    assert "伊河州人民政府公报" in paper.pages[page]


def test_members_and_signatories_stand_line_by_line(world: worlds.World) -> None:
    """The lines of a list and of a signature are not run together."""
    add_block(world.second, BlockKind.LIST, "组长：王芳（副州长）\n成员：李明（局长）")
    lines = [solid(line) for page in print_world(world).pages for line in page.splitlines()]
    for line in ("组长：王芳（副州长）", "成员：李明（局长）", "伊河州人民政府", "2021年4月8日"):
        assert line in lines


def test_no_heading_is_last_on_a_page(world: worlds.World) -> None:
    """A heading goes to the next column or page with the text that it heads."""
    for number in range(1, 200):
        add_block(world.second, BlockKind.HEADING, f"工作任务{number}", level=2, label="一、")
        add_block(world.second, BlockKind.PARAGRAPH, "供暖工作要落到实处。" * (number % 5 + 1))
    pages = [page for page in print_world(world).pages if "— " in page]
    assert len(pages) > 4
    for page in pages:
        *_, last, _running_head, _folio = page.strip().splitlines()
        assert not last.startswith("一、工作任务")


def test_markup_in_a_text_is_text(world: worlds.World) -> None:
    """A text that looks like HTML is printed letter by letter and fetches nothing."""
    hostile = '<img src="http://127.0.0.1:9/x"><link rel=attachment href="file:///etc/passwd">'
    add_block(world.second, BlockKind.PARAGRAPH, hostile)
    paper = print_world(world)
    assert solid(hostile) in solid("".join(paper.pages))
    assert list(paper.reader.attachments) == ["issue.json"]


def test_texts_can_be_copied_out_in_order(world: worlds.World, tmp_path: Path) -> None:
    """`pdftotext -raw` finds 99 % of the records' Chinese characters in reading order."""
    read = raw_text(render_issue(world.issue), tmp_path)
    assert kept_in_order(records_text(world.issue), read) >= 0.99


def test_the_order_is_really_measured() -> None:
    """The measure sees lost and exchanged passages, and looks past a running head."""
    text = "供暖单位应当按时供暖并保证室温"
    assert kept_in_order(text, "供暖单位应当公报按时供暖并保证室温") == 1
    assert kept_in_order(text, "供暖单位应当") < 0.5
    assert kept_in_order(text, "按时供暖并保证室温供暖单位应当") < 0.7


def test_the_same_content_gives_the_same_bytes(world: worlds.World) -> None:
    """So that a signature or a checksum taken of one print holds for the next."""
    assert render_issue(world.issue) == render_issue(world.issue)


@pytest.mark.parametrize("number", range(1, 4))
def test_queries_do_not_grow_with_the_issue(
    world: worlds.World, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """One query for the entries and one for each kind of rows, however many documents."""
    for serial in range(10, 10 + number):
        worlds.document(world.gazette, serial, printed_in=world.issue)
    with django_assert_num_queries(5):
        sections(world.issue)


def test_the_imprint_is_printed_without_repetition(world: worlds.World) -> None:
    """Wording of the printed cover that has no field is kept in the colophon; date, number and editors come once."""
    world.issue.chief_editor = "李明"
    world.issue.imprint = "2021年5月20日 第3号\n传达政令\n服务社会\n主 编：李明\n编 辑：王芳"
    colophon = solid(print_world(world).pages[-1])
    assert "传达政令服务社会编辑：王芳" in colophon
    for once in ("2021年5月20日", "第3号", "主编"):
        assert colophon.count(once) == 1
