"""The PDF of one entry: as its issue prints it, alone."""

from gazette.models import Entry, SectionKind
from printing.render import entry_manuscript, manuscript, typeset
from tests import rooms_world
from tests.printing.paper import Paper, solid
from tests.world import World


def entry_of(world: World) -> Entry:
    assert world.first.entry
    return world.first.entry


def test_an_entry_is_printed_alone_under_the_issue_s_running_head(world: World) -> None:
    """Title, text and attachment, without cover, contents and the other entries; and where it is taken from."""
    text = entry_manuscript(entry_of(world))
    assert text
    paper = Paper(typeset(text).pdf)
    whole = solid("".join(paper.pages))
    for words in (
        "关于做好冬季供暖工作的通知",
        "室温不低于十八摄氏度。",
        "供暖时间表",
        "选自《伊河州人民政府公报》2021年第3号",
    ):
        assert words in whole
    assert "关于保护湿地的意见" not in whole
    assert "伊河州人民政府公报" in paper.pages[0]
    assert "2021年第3号（总第103期）" in solid(paper.pages[0])
    assert paper.folios[0] == 1


def test_its_setting_is_that_of_the_issue(world: World) -> None:
    alone, whole = entry_manuscript(entry_of(world)), manuscript(world.issue)
    assert alone
    part = alone.html[alone.html.index("<article") : alone.html.index("</article>")]
    assert part in whole.html


def test_a_line_of_the_contents_without_a_text_has_nothing_to_print(world: World) -> None:
    assert entry_manuscript(rooms_world.entry(world.issue, SectionKind.OTHER, "补白")) is None
