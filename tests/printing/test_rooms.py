"""Notices, chronicle, registers, meetings and tables in the printed issue."""

import datetime
import re
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from appointments.models import Appointment
from chronicle.models import Event
from documents.models import RegisterEntry
from gazette_statistics.models import IndicatorTable
from printing.errors import MissingGlyphError
from printing.layout import sections
from printing.render import manuscript, render_issue
from tests import world as worlds
from tests.printing import rooms
from tests.printing.paper import Paper, kept_in_order, raw_text, records_text, right_edge, solid


def page_with(world: worlds.World, text: str) -> str:
    paper = Paper(render_issue(world.issue))
    return paper.pages[paper.page_of(text, start=2)]


def lines(page: str) -> list[str]:
    return [solid(line) for line in page.splitlines()]


def test_all_kinds_have_their_pages_in_the_contents(world: worlds.World) -> None:
    """Each is printed in the order of the contents, and its line there ends in its folio."""
    rooms.furnish(world.issue)
    paper = Paper(render_issue(world.issue))
    contents = re.sub("…+", "…", solid(paper.pages[1]))
    printed = list(world.issue.entries.order_by("position"))
    folios = [paper.folios[paper.page_of(entry.title, start=2)] for entry in printed]
    assert folios == sorted(folios)
    assert len(set(folios)) == len(printed) == 7
    for entry, folio in zip(printed, folios, strict=True):
        assert f"{entry.title}{entry.doc_number}…{folio}" in contents


def test_an_entry_without_records_gets_no_page(world: worlds.World) -> None:
    """A chronicle of which no event was read is named in the contents only."""
    rooms.chronicle(world.issue, title="伊河州要事记")
    paper = Paper(render_issue(world.issue))
    assert "伊河州要事记" in lines(paper.pages[1])
    assert all("要事记" not in page for page in paper.pages[2:])


def test_bookmarks_name_sections_titles_and_groups(world: worlds.World) -> None:
    """As for documents: the section, the title under it, then what divides it."""
    rooms.furnish(world.issue)
    paper = Paper(render_issue(world.issue))
    start = paper.bookmarks.index((1, "干部任免"))
    assert paper.bookmarks[start : start + 7] == [
        (1, "干部任免"),
        (2, "伊河州人民政府干部任免通知"),
        (3, "任命"),
        (3, "免去"),
        (1, "政务要事"),
        (2, "伊河州要事记"),
        (3, "4月"),
    ]


def test_a_notice_reads_like_a_gazette(world: worlds.World) -> None:
    """Under the number the appointments with ▲, then the removals with △, the last of each with a full stop."""
    rooms.notice(
        world.issue,
        ("appoint", "王芳", "州水利局局长", ""),
        ("remove", "李明", "州水利局局长", "批准提前退休"),
        ("appoint", "巴合提·努尔", "州林业局副局长", "挂职"),
        ("remove", "赵刚", "州财政局局长", ""),
        issuer="伊河州人民政府",
        issued_on=datetime.date(2021, 4, 9),
    )
    page = lines(page_with(world, "伊河州人民政府干部任免通知"))
    start = page.index("伊河政任〔2021〕1号")
    assert page[start : start + 9] == [
        "伊河政任〔2021〕1号",
        "伊河州人民政府决定：",
        "任命",
        "▲王芳同志任州水利局局长；",
        "▲巴合提·努尔同志任州林业局副局长（挂职）。",
        "免去",
        "△免去李明同志州水利局局长职务，批准提前退休；",
        "△免去赵刚同志州财政局局长职务。",
        "2021年4月9日",
    ]


def test_what_a_notice_does_not_say_is_not_printed(world: worlds.World) -> None:
    """No organ, no day, no removals: neither their values nor their headings."""
    rooms.notice(world.issue, ("appoint", "王芳", "州水利局局长", ""))
    page = page_with(world, "伊河州人民政府干部任免通知")
    for wording in ("决定", "免去", "None", "年4月"):
        assert wording not in page


def test_namesakes_are_printed_by_their_name_alone(world: worlds.World) -> None:
    """What tells two people of one name apart is the editors' note and not the notice's wording."""
    notice = rooms.notice(world.issue, ("appoint", "王芳", "州水利局局长", ""))
    official = notice.appointments.get().official
    official.distinction = "东河县"
    official.save()
    assert "▲王芳同志任" in lines(page_with(world, "▲王芳同志"))[-3]


def test_a_chronicle_goes_by_months_and_days(world: worlds.World, tmp_path: Path) -> None:
    """Its period stands under the title; months are headings; the texts are printed as stored."""
    rooms.chronicle(
        world.issue,
        (datetime.date(2021, 3, 30), "30日,副州长王芳调研。"),
        (datetime.date(2021, 3, 30), "同日,州长李明开会。"),
        (datetime.date(2021, 4, 2), "2日，州长李明检查供暖。"),
        title="伊河州要事记（2021年3月1日—4月30日）",
    )
    read = solid(raw_text(render_issue(world.issue), tmp_path))
    # 3月 and 4月 are headings; the days that follow them are words of the record.
    months = ["3月", "30日,副州长王芳调研。同日,州长李明开会。", "4月", "2日，州长李明检查供暖。"]
    assert "伊河州要事记（2021年3月1日—4月30日）" + "".join(months) in read
    *bookmarks, _colophon = Paper(render_issue(world.issue)).bookmarks
    assert bookmarks[-3:] == [(2, "伊河州要事记"), (3, "3月"), (3, "4月")]


def test_a_chronicle_stands_in_two_columns(world: worlds.World) -> None:
    """Its later days stand in the right half of the page."""
    rooms.chronicle(
        world.issue, *((datetime.date(2021, 4, n), f"{n}日，检查第{n}处。") for n in range(1, 21))
    )
    paper = Paper(render_issue(world.issue))
    index = paper.page_of("检查第20处")
    middle = float(paper.reader.pages[index].mediabox.width) / 2
    assert paper.place_of(index, "检查第1处") < middle < paper.place_of(index, "检查第20处")


@pytest.mark.parametrize("direction", ["来文", "发文"])
def test_a_register_with_a_telling_title_needs_no_heading(world: worlds.World, direction: str) -> None:
    """A line has number and title, with the marks of the record; the title has said the direction."""
    key = {"来文": "incoming", "发文": "outgoing"}[direction]
    register = rooms.register(
        world.issue, (key, "伊河政发〔2021〕8号", "《关于保护水源的通知》"), title=f"州政府{direction}目录"
    )
    page = lines(page_with(world, register.title))
    assert direction not in page
    assert "伊河政发〔2021〕8号《关于保护水源的通知》" in "".join(page)


def test_a_register_of_both_directions_names_them(world: worlds.World) -> None:
    """Received and sent, each under its heading; a line without number has its title alone."""
    rooms.register(
        world.issue,
        ("incoming", "省政发〔2021〕8号", "《关于保护水源的通知》"),
        ("outgoing", "", "《关于春灌的意见》"),
    )
    text = solid(page_with(world, "州政府收发文目录"))
    assert "来文省政发〔2021〕8号《关于保护水源的通知》发文《关于春灌的意见》" in text


def test_a_meeting_is_printed_by_paragraphs(world: worlds.World, tmp_path: Path) -> None:
    """Each line of the record is a paragraph; empty ones are none."""
    rooms.meeting(world.issue, "会议指出，供暖工作要落到实处。" * 4 + "\n\n" + "会议要求，保护湿地。" * 6)
    read = lines(raw_text(render_issue(world.issue), tmp_path))
    first = next(n for n, line in enumerate(read) if line.startswith("会议指出，供暖"))
    second = next(n for n, line in enumerate(read) if line.startswith("会议要求，保护"))
    assert "".join(read[first:second]) == "会议指出，供暖工作要落到实处。" * 4


def test_a_table_has_pages_of_its_own_and_repeats_its_head(world: worlds.World) -> None:
    """Two tables share no page; a long one says on each page what its columns are."""
    head = ["指标", "4月", "比上年同期增减%"]
    first = rooms.table(world.issue, [head, *([f"产品{n}（吨）", str(n), "1.5"] for n in range(1, 90))])
    rooms.table(world.issue, [head, ["客运量（万人）", "448", "-32.3"]], position=25)
    texts = [solid(page) for page in Paper(render_issue(world.issue)).pages[2:]]
    pages = [text for text in texts if "比上年同期增减%" in text]
    assert len(pages) >= 3
    assert first.title in pages[0]
    assert all("比上年同期增减%" in text for text in texts if "产品" in text)
    assert "产品" not in pages[-1]
    assert "448" in pages[-1]


def test_figures_end_at_one_edge(world: worlds.World, tmp_path: Path) -> None:
    """Digits of one column stand under each other, whatever the length of the figures."""
    rooms.table(world.issue, [["指标", "4月"], ["客运量（万人）", "448448"], ["货运量（万吨）", "77"]])
    pdf = render_issue(world.issue)
    assert right_edge(pdf, tmp_path, "77") == pytest.approx(right_edge(pdf, tmp_path, "448448"), abs=0.1)


def test_a_wide_table_turns_its_page_even_as_the_first_one(world: worlds.World) -> None:
    """Title and section go with it, and the folios count on from 1."""
    rooms.table(world.issue, [[f"第{n}项" for n in range(12)], ["一"] * 12], position=0)
    paper = Paper(render_issue(world.issue))
    page = paper.page_of("第11项")
    assert paper.reader.pages[page].mediabox.width > paper.reader.pages[page].mediabox.height
    assert "统计数据伊河州2021年4月主要指标" in solid(paper.pages[page])
    assert [folio for folio in paper.folios if folio] == [1, 2, 3]


def test_the_wording_of_all_kinds_can_be_copied_out_in_order(world: worlds.World, tmp_path: Path) -> None:
    """`pdftotext -raw` finds 99 % of the records' Chinese characters in the order of the contents."""
    rooms.furnish(world.issue)
    assert kept_in_order(records_text(world.issue), raw_text(render_issue(world.issue), tmp_path)) >= 0.99


def test_a_correction_of_any_record_gives_a_new_file(world: worlds.World) -> None:
    """The digest by which PDFs are kept covers every kind."""
    rooms.furnish(world.issue)
    digests = {manuscript(world.issue).digest}
    Appointment.objects.filter(action="remove").update(note="")
    digests.add(manuscript(world.issue).digest)
    Event.objects.update(text="6日，副州长王芳检查供暖。")
    digests.add(manuscript(world.issue).digest)
    RegisterEntry.objects.update(doc_number="省政发〔2021〕9号")
    digests.add(manuscript(world.issue).digest)
    IndicatorTable.objects.update(rows=[["指标", "4月"], ["生产总值", "12.60"]])
    digests.add(manuscript(world.issue).digest)
    assert len(digests) == 5


def test_a_character_that_no_face_has_is_found_in_every_kind(world: worlds.World) -> None:
    """The message names the record, so that an editor finds the place."""
    rooms.furnish(world.issue)
    Event.objects.update(text="6日，检查\U000ffffd。")
    with pytest.raises(MissingGlyphError, match="见《伊河州要事记》"):
        manuscript(world.issue)


@pytest.mark.parametrize("number", [1, 30])
def test_queries_do_not_grow_with_the_records(
    world: worlds.World, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """One query for the entries and one for each kind of rows."""
    people = [("appoint", f"王{chr(0x4E00 + n)}", f"第{n}局局长", "") for n in range(number)]
    rooms.notice(world.issue, *people)
    rooms.chronicle(world.issue, *((datetime.date(2021, 4, 6), f"事{n}") for n in range(number)))
    rooms.register(world.issue, *(("incoming", f"省政发〔2021〕{n}号", "") for n in range(number)))
    rooms.meeting(world.issue, "会议研究了供暖工作。")
    rooms.table(world.issue, [["指标", "4月"]])
    with django_assert_num_queries(6):
        sections(world.issue)
