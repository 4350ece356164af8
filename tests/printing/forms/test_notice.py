"""A notice of appointment by itself, in the form of an official document."""

import datetime

from printing.compositor import compose
from printing.forms.notice import notice_manuscript
from tests import rooms_world
from tests.printing.paper import Paper, solid
from tests.world import World


def test_a_notice_has_its_sentences_under_their_actions(world: World) -> None:
    """Without the marks that tell them apart in a gazette, and without a red head: it may gather several."""
    notice = rooms_world.notice(world.issue)
    notice.issuer, notice.issued_on = "伊河州人民政府", datetime.date(2021, 4, 8)
    paper = Paper(compose(notice_manuscript(notice)).pdf)
    (page,) = [solid(page) for page in paper.pages]
    parts = [
        "伊河州人民政府干部任免通知",
        "伊河政任〔2021〕1号",
        "伊河州人民政府决定：",
        "任命",
        "古丽同志任州财政局局长（挂职）；",
        "阿依·努尔同志任州长。",
        "免去",
        "免去王强同志州财政局副局长职务，批准提前退休。",
        "2021年4月8日",
        "选自《伊河州人民政府公报》2021年第3号（总第103期）。按公文格式重排，不是文件原件。",
    ]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)
    assert not set("▲△") & set(page)
    assert "文件伊河政任" not in page
    assert paper.folios == [1]


def test_a_date_that_was_not_printed_is_left_out(world: World) -> None:
    html = notice_manuscript(rooms_world.notice(world.issue)).html
    assert "signature" not in html
    assert "决定：" not in html
