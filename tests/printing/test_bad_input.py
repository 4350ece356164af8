"""What nobody would send to a printer, and somebody does: a good PDF, or words that say what is wrong and where.

The sizes are those of one order less than the largest that were tried by hand, so that the tests stay quick.
"""

from pathlib import Path
from unicodedata import normalize

import pytest
from pytest_django import Settings

from documents.figures import keep, path_of
from documents.models import Block, BlockKind, Figure
from editorial.pictures.normal import normal
from gazette.models import Entry
from printing.errors import PrintingError
from printing.render import entry_manuscript, manuscript, render_issue
from tests import world as worlds
from tests.pictures import file_of, shown_in
from tests.printing.paper import Paper, kept_in_order, raw_text, records_text, solid

pytestmark = pytest.mark.apart

SENTENCE = "各县市人民政府要加强领导，落实责任，确保供暖工作顺利进行。"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def printed_with(world: worlds.World, kind: BlockKind, text: str = "", **fields: object) -> Paper:
    """The issue with one more block in its first document, behind its articles."""
    Block.objects.create(document=world.first, position=9, kind=kind, text=text, **fields)
    return Paper(render_issue(world.issue))


def test_a_long_document_is_printed_to_its_end(world: worlds.World, tmp_path: Path) -> None:
    """200 kB of text: every character in its order, every page with its folio."""
    paragraphs = (SENTENCE * 5 for _each in range(200_000 // len((SENTENCE * 5).encode())))
    Block.objects.bulk_create(
        Block(document=world.first, position=9 + place, text=text) for place, text in enumerate(paragraphs)
    )
    pdf = render_issue(world.issue)
    assert kept_in_order(records_text(world.issue), raw_text(pdf, tmp_path)) > 0.996
    # Cover and contents have none, nor has the colophon.
    folios = [folio for folio in Paper(pdf).folios if folio]
    assert folios == list(range(1, len(folios) + 1))
    assert len(folios) > 40


def test_a_paragraph_without_end_is_printed_to_its_end(world: worlds.World) -> None:
    """60 kB without a line feed."""
    paper = printed_with(world, BlockKind.PARAGRAPH, SENTENCE * 700)
    assert "".join(paper.pages).count("确") == 700


def test_a_word_without_end_is_broken_anywhere(world: worlds.World) -> None:
    paper = printed_with(world, BlockKind.PARAGRAPH, "a" * 5_000)
    assert "".join(paper.pages).count("a") >= 5_000


def test_a_long_table_has_its_head_on_every_page(world: worlds.World) -> None:
    rows = [
        ["序号", "姓名", "单位", "金额"],
        *([str(n), "某某", "伊河州某某局", f"{n}.5"] for n in range(1, 301)),
    ]
    paper = printed_with(world, BlockKind.TABLE, rows=rows)
    pages = [page for page in map(solid, paper.pages) if "伊河州某某局" in page]
    assert len(pages) > 5
    assert all("序号姓名单位金额" in page for page in pages)
    assert sum(page.count("伊河州某某局") for page in pages) == 300


def test_a_table_of_forty_columns_shows_every_cell(world: worlds.World) -> None:
    """In pieces, where no page holds it: each begins with the names of the rows."""
    rows = [["县市", *(f"第{n}栏" for n in range(1, 40))], ["东河县", *(f"{n}.75" for n in range(101, 140))]]
    paper = printed_with(world, BlockKind.TABLE, rows=rows)
    text = solid("".join(paper.pages))
    assert [n for n in range(101, 140) if f"{n}.75" not in text] == []
    assert text.count("东河县") > 2


def test_a_cell_longer_than_a_page_goes_on_over_the_next(world: worlds.World) -> None:
    paper = printed_with(world, BlockKind.TABLE, rows=[["事项", "说明"], ["供暖", SENTENCE * 200]])
    assert "".join(paper.pages).count("确") == 200


def test_a_title_of_three_hundred_characters_is_printed_whole(world: worlds.World) -> None:
    """On its page, in the contents and in the bookmarks."""
    title = ("关于" + "认真贯彻落实冬季供暖工作责任制并" * 20)[:297] + "的通知"
    for record in (world.first, world.first.entry):
        assert record
        record.title = title
        record.save()
    paper = Paper(render_issue(world.issue))
    assert solid("".join(paper.pages[2:])).count(title) == 1
    assert title in solid(paper.pages[1])
    assert title in [name for _depth, name in paper.bookmarks]


def test_a_paragraph_from_right_to_left_is_printed(world: worlds.World, tmp_path: Path) -> None:
    """Uyghur with figures, blanks and brackets: every word is there, and can be read out of the PDF again."""
    text = "ئىلى قازاق ئاپتونوم ئوبلاستلىق خەلق ھۆكۈمىتى 2018-يىلى (قوشۇمچە) بۇ ئۇقتۇرۇشنى چىقاردى."
    Block.objects.create(document=world.first, position=9, kind=BlockKind.PARAGRAPH, text=text)
    read = normalize("NFKC", raw_text(render_issue(world.issue), tmp_path))
    assert [word for word in ("قازاق", "ھۆكۈمىتى", "2018", "قوشۇمچە") if word not in read] == []


def test_a_character_that_no_face_has_is_named_with_its_place(world: worlds.World) -> None:
    with pytest.raises(PrintingError, match=r"U\+13000.*《关于做好冬季供暖工作的通知》"):
        printed_with(world, BlockKind.PARAGRAPH, "古埃及字\U00013000")


def test_a_picture_of_ten_thousand_pixels_is_printed_within_the_page(world: worlds.World) -> None:
    """It is made as small as print can show when it comes in."""
    made = normal(file_of("PNG", "1", (10_000, 4_000)))
    figure = Figure.objects.create(
        document=world.first,
        alt="规划图",
        format=made.format,
        width=made.width,
        height=made.height,
        sha256=keep(made.data, made.format),
    )
    paper = printed_with(world, BlockKind.FIGURE, "图1 规划图", figure=figure)
    (place,) = [n for n, page in enumerate(paper.pages) if "图1规划图" in solid(page)]
    (image,) = paper.reader.pages[place].images
    assert image.image
    assert image.image.width <= 5_400


@pytest.mark.parametrize("form", ["gazette", "official"])
def test_a_lost_picture_is_named_and_nothing_is_printed(world: worlds.World, form: str) -> None:
    """A page with a gap would be another text than the one that was decided on."""
    figure = shown_in(world.first)
    path_of(figure.file_name).unlink()
    world.gazette.document_form = form
    world.gazette.save()
    entry = Entry.objects.get(document=world.first)
    with pytest.raises(PrintingError, match="《关于做好冬季供暖工作的通知》的图“供暖范围示意图”"):
        entry_manuscript(entry)
    with pytest.raises(PrintingError, match="供暖范围示意图"):
        manuscript(world.issue)


@pytest.mark.parametrize("form", ["gazette", "official"])
def test_pictures_are_part_of_what_is_printed(world: worlds.World, form: str) -> None:
    """In either form, with what is printed under them; another picture is another print."""
    figure = shown_in(world.first)
    world.gazette.document_form = form
    world.gazette.save()
    made = entry_manuscript(Entry.objects.get(document=world.first))
    assert made
    assert made.images == {figure.file_name: file_of()}
    assert f'src="{figure.file_name}" alt="供暖范围示意图"' in made.html
    assert "图1 供暖范围" in made.html
    figure.sha256 = keep(file_of(size=(60, 60)), "png")
    figure.save()
    other = entry_manuscript(Entry.objects.get(document=world.first))
    assert other
    assert other.digest != made.digest
