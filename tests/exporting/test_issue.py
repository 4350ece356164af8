"""The Word file of an issue holds what its PDF prints, in styles that Word's navigation follows."""

import datetime
from io import BytesIO
from zipfile import ZipFile

import docx
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.models import Block, BlockKind
from exporting.word import word_file
from tests import world as worlds
from tests.exporting.opened import Opened
from tests.printing import rooms


def test_the_cover_says_which_issue_it_is(world: worlds.World) -> None:
    """Name, number, serial, date, frequency and editors, as on paper."""
    world.issue.chief_editor, world.issue.deputy_editors = "王芳", ["李明", "张华"]
    world.issue.save()
    opened = Opened(word_file(world.issue))
    assert opened.lines[:6] == [
        ("Masthead", "伊河州人民政府公报"),
        ("IssueNumber", "2021年第3号（总第103期）"),
        ("Dated", "2021年5月20日　双月刊"),
        ("Editors", "伊河州人民政府主办"),
        ("Editors", "主编：王芳"),
        ("Editors", "副主编：李明、张华"),
    ]


def test_the_contents_lead_to_the_text(world: worlds.World) -> None:
    """Each line has title, number and a field for the page of its text."""
    opened = Opened(word_file(world.issue))
    assert opened.of("ContentsNote") == []
    assert opened.of("TOC1") == ["州人民政府文件"]
    assert opened.of("TOC2") == [
        "关于做好冬季供暖工作的通知（伊河政发〔2021〕1号）\t1",
        "关于保护湿地的意见（伊河政发〔2021〕2号）\t2",
    ]
    assert [opened.bookmarks[name] for name in opened.page_fields] == [
        "关于做好冬季供暖工作的通知",
        "关于保护湿地的意见",
    ]


def test_an_issue_from_the_archive_keeps_its_printed_pages(world: worlds.World) -> None:
    """They are how it is cited, so Word does not count them anew; the contents say so."""
    world.issue.entries.filter(position=2).update(printed_page="17")
    world.issue.as_printed = True
    world.issue.save()
    opened = Opened(word_file(world.issue))
    assert opened.page_fields == []
    assert [line.partition("\t")[2] for line in opened.of("TOC2")] == ["1", "17"]
    note = ("ContentsNote", "目录所列为原刊页码，与本文件的页码不同。")
    assert opened.behind("目　录")[0] == note


def test_an_entry_without_text_stands_in_the_contents_only(world: worlds.World) -> None:
    """It has no page, for there is nothing to lead to."""
    rooms.entry(world.issue, rooms.SectionKind.OTHER, "勘误启事")
    opened = Opened(word_file(world.issue))
    assert opened.of("TOC2")[-1] == "勘误启事"
    assert "勘误启事" not in opened.of("Heading2")


def test_a_document_is_set_block_by_block(world: worlds.World) -> None:
    """Number, addressee, text, signature, the issued rules and the attachment, each in its style."""
    opened = Opened(word_file(world.issue))
    assert opened.behind("关于保护湿地的意见") == [
        ("DocNumber", "伊河政发〔2021〕2号"),
        ("Addressee", "各县市人民政府，州直各部门："),
        ("BodyText", "《供暖办法》已经州人民政府同意，现印发你们。"),
        ("Signature", "伊河州人民政府"),
        ("Signature", "2021年4月8日"),
        ("Heading3", "供暖办法"),
        ("Chapter", "第一章　总则"),
        ("BodyText", "第一条　为保障居民温暖过冬，制定本办法。"),
        ("BodyText", "第二条　供暖单位应当做到："),
        ("BodyText", "（一）按时供暖；"),
        ("BodyText", "（二）室温不低于十八摄氏度。"),
        ("Annex", "附件"),
        ("Heading3", "供暖时间表"),
    ]
    assert opened.tables[1] == [["县市", "开始日期"], ["东河县", "10月15日"]]


def test_the_navigation_shows_sections_titles_and_chapters(world: worlds.World) -> None:
    opened = Opened(word_file(world.issue))
    assert opened.navigation[:5] == [
        (1, "州人民政府文件"),
        (2, "关于做好冬季供暖工作的通知"),
        (3, "供暖办法"),
        (4, "第一章　总则"),
        (3, "供暖时间表"),
    ]


def test_every_item_begins_a_page(world: worlds.World) -> None:
    """The first under its section's name, the next with its own title."""
    opened = Opened(word_file(world.issue))
    assert opened.begins_page("州人民政府文件")
    assert not opened.begins_page("关于做好冬季供暖工作的通知")
    assert opened.begins_page("关于保护湿地的意见")


def test_every_other_kind_of_content_is_there(world: worlds.World) -> None:
    """Notices, events by month, registers by direction, meetings, and figures with their unit."""
    rooms.furnish(world.issue)
    table = world.issue.entries.get(indicator_table__isnull=False).indicator_table
    table.unit = "亿元"
    table.save()
    opened = Opened(word_file(world.issue))
    assert opened.behind("伊河州人民政府干部任免通知")[:5] == [
        ("DocNumber", "伊河政任〔2021〕1号"),
        ("Group", "任命"),
        ("BodyText", "▲王芳同志任州水利局局长。"),
        ("Group", "免去"),
        ("BodyText", "△免去李明同志州水利局局长职务，批准提前退休。"),
    ]
    assert opened.behind("伊河州要事记")[:2] == [
        ("Group", "4月"),
        ("BodyText", "6日，副州长王芳检查湿地保护工作。"),
    ]
    assert opened.behind("州政府收发文目录")[0] == ("Group", "来文")
    assert [["省政发〔2021〕8号", "《关于保护水源的通知》"]] in opened.tables
    assert opened.behind("州人民政府召开第12次常务会议")[:2] == [
        ("BodyText", "4月9日，州长李明主持召开会议。"),
        ("BodyText", "会议研究了供暖工作。"),
    ]
    assert opened.behind("伊河州2021年4月主要指标") == [("Unit", "单位：亿元")]
    assert opened.tables[-1] == [["指标", "4月"], ["（一）生产总值（亿元）", "12.50"], ["第一产业", "3.40"]]


def test_a_table_too_wide_for_the_page_stands_on_its_side(world: worlds.World) -> None:
    """And the text behind it upright again."""
    wide = [[f"列{n}" for n in range(12)], [str(n) for n in range(12)]]
    Block.objects.create(document=world.first, position=3, kind=BlockKind.TABLE, rows=wide)
    sections = Opened(word_file(world.issue)).document.sections
    widths = [section.page_width > section.page_height for section in sections if section.page_width]
    assert widths == [False, False, True, False]


def test_the_head_of_a_table_is_repeated_on_its_next_page(world: worlds.World) -> None:
    first = Opened(word_file(world.issue)).table(0).rows
    repeated = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in first]
    assert repeated == [True, False]


def test_the_file_says_what_it_is_and_nothing_of_the_machine(world: worlds.World) -> None:
    """Title, publisher and the day of publication; the zip has no date of its own."""
    world.issue.published_at = datetime.datetime(2021, 5, 21, 8, 30, tzinfo=datetime.UTC)
    data = word_file(world.issue)
    facts = docx.Document(BytesIO(data)).core_properties
    assert facts.title == "伊河州人民政府公报 2021年第3号"
    assert facts.author == facts.last_modified_by == "伊河州人民政府"
    assert facts.modified == datetime.datetime(2021, 5, 21, 8, 30, tzinfo=datetime.UTC)
    assert {info.date_time for info in ZipFile(BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_content_is_the_same_file(world: worlds.World) -> None:
    assert word_file(world.issue) == word_file(world.issue)


def test_what_no_xml_holds_is_left_out(world: worlds.World) -> None:
    """A control character from a scan must not keep the issue from being exported."""
    world.first.blocks.filter(position=1).update(text="供暖\x0b办法\x1f<&>")
    assert "供暖办法<&>" in Opened(word_file(world.issue)).of("BodyText")


def test_an_issue_without_text_is_a_cover(world: worlds.World) -> None:
    empty = worlds.issue(world.gazette, 2021, 4, published=False)
    assert [style for style, _ in Opened(word_file(empty)).lines] == [
        "Masthead",
        "IssueNumber",
        "Dated",
        "Editors",
    ]


def test_a_thick_issue_needs_as_many_queries_as_a_thin_one(world: worlds.World) -> None:
    with CaptureQueriesContext(connection) as thin:
        word_file(world.issue)
    for serial in range(3, 8):
        worlds.document(world.gazette, serial, printed_in=world.issue)
    with CaptureQueriesContext(connection) as thick:
        word_file(world.issue)
    assert len(thick) == len(thin)
