"""What is said of a document's validity on a day, and nothing beyond what is printed."""

import datetime

import pytest
from django.test import Client

from documents.models import Attachment, Block, BlockKind, Citation, Document
from documents.validity import State, validity, with_state
from tests import world as worlds
from tests.pages.page import Page, text_of
from tests.world import World

MAY = datetime.date(2021, 5, 1)


def repeal(world: World, *, numbers: str = "伊河政发〔2021〕1号") -> None:
    Citation.objects.create(document=world.second, relation="repeals", doc_number=numbers)


@pytest.mark.parametrize(
    ("fields", "on", "state", "text"),
    [
        ({"effective_on": None}, MAY, None, ""),
        ({}, MAY, None, "自2021年5月1日起施行"),
        ({}, datetime.date(2021, 4, 30), State.PENDING, "尚未施行，自2021年5月1日起施行"),
        ({"trial": True}, MAY, State.TRIAL, "试行，自2021年5月1日起施行"),
        (
            {"valid_until": datetime.date(2023, 4, 30)},
            datetime.date(2023, 4, 30),
            None,
            "自2021年5月1日起施行，有效期至2023年4月30日",
        ),
        (
            {"valid_until": datetime.date(2023, 4, 30), "trial": True},
            datetime.date(2023, 5, 1),
            State.EXPIRED,
            "已失效，试行，自2021年5月1日起施行，有效期至2023年4月30日",
        ),
    ],
)
def test_dates_tell_the_state_on_a_day(
    world: World, fields: dict[str, object], on: datetime.date, state: State | None, text: str
) -> None:
    """The last day of validity is still one of it. Lists and pages say the same."""
    Document.objects.filter(pk=world.first.pk).update(**fields)
    document = Document.objects.get(pk=world.first.pk)
    stated = validity(document, on)
    assert (stated.state, stated.text) == (state, text)
    assert with_state(Document.objects.filter(pk=document.pk), on).get().state == (state or "")


@pytest.mark.parametrize(
    ("fields", "repealed_from"),
    [
        ({"effective_on": datetime.date(2022, 1, 1)}, datetime.date(2022, 1, 1)),
        ({"effective_on": None, "issued_on": datetime.date(2021, 12, 1)}, datetime.date(2021, 12, 1)),
    ],
)
def test_a_repeal_begins_with_the_force_of_the_repealing_document(
    world: World, fields: dict[str, datetime.date], repealed_from: datetime.date
) -> None:
    """With 施行日期, or with 成文日期 where none is stated."""
    repeal(world)
    Document.objects.filter(pk=world.second.pk).update(**fields)
    before = repealed_from - datetime.timedelta(days=1)
    assert validity(world.first, before).repealed_by is None
    assert validity(world.first, repealed_from).repealed_by == world.second
    shelf = Document.objects.filter(pk=world.first.pk)
    assert with_state(shelf, before).get().state != State.REPEALED
    assert with_state(shelf, repealed_from).get().state == State.REPEALED


def test_a_document_repeals_neither_itself_nor_what_has_no_number(world: World) -> None:
    repeal(world, numbers="伊河政发〔2021〕2号")
    Citation.objects.create(document=world.second, relation="repeals", title="供暖暂行办法")
    Document.objects.filter(pk=world.first.pk).update(doc_number="")
    assert set(with_state(Document.objects.all()).values_list("state", flat=True)) == {""}


def test_a_repeal_is_proved_by_the_line_that_states_it(client: Client, world: World) -> None:
    """The link leads to the item of the repealing document that names the number, in whatever brackets."""
    repeal(world)
    annex = Attachment.objects.create(document=world.second, position=2, label="附件2", title="废止目录")
    for count, number in enumerate((7, 1), 1):
        Block.objects.create(
            document=world.second,
            attachment=annex,
            position=30 + count,
            kind=BlockKind.ITEM,
            level=4,
            label=f"{count}.",
            text=f"关于供暖的通知（伊河政发[2021]{number}号）",
        )
    state = Page(client, world.first.get_absolute_url()).one(".//div[@class='state']")
    assert text_of(state).endswith("废止。 见其附件2第2项")
    assert [a.attrib["href"] for a in state.iter("a")] == [
        world.second.get_absolute_url(),
        f"{world.second.get_absolute_url()}#fujian-2-2",
    ]


def test_the_days_of_force_lead_to_the_articles_that_state_them(client: Client, world: World) -> None:
    Document.objects.filter(pk=world.first.pk).update(valid_until=datetime.date(2999, 4, 30))
    Block.objects.create(
        document=world.first,
        position=8,
        kind=BlockKind.ARTICLE,
        level=3,
        label="第三条",
        text="本办法自2021年5月1日起施行，有效期至2999年4月30日。",
    )
    page = Page(client, world.first.get_absolute_url())
    assert page.facts()["施行日期"] == "2021年5月1日 见第三条"
    assert page.facts()["有效期至"] == "2999年4月30日 见第三条"
    assert page.links(".//dl[@class='facts']")["见第三条"] == "#tiao-3"


def test_a_day_that_the_text_does_not_state_leads_nowhere(client: Client, world: World) -> None:
    assert Page(client, world.first.get_absolute_url()).facts()["施行日期"] == "2021年5月1日"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"effective_on": None, "valid_until": datetime.date(2021, 12, 31)},
            "已失效 本文件的有效期至2021年12月31日，现已届满。",
        ),
        ({"effective_on": datetime.date(2999, 1, 1)}, "尚未施行 本文件自2999年1月1日起施行。"),
    ],
)
def test_what_does_not_apply_today_says_so_at_its_head(
    client: Client, world: World, fields: dict[str, object], said: str
) -> None:
    Document.objects.filter(pk=world.first.pk).update(**fields)
    page = Page(client, world.first.get_absolute_url())
    assert page.texts(".//div[@class='state']") == [said]


def test_what_others_say_of_a_document_stands_on_its_page(client: Client, world: World) -> None:
    """Only others that are public; each once under each heading."""
    repeal(world)
    for citing in (world.second, world.second, worlds.document(world.gazette, 9, published=False)):
        Citation.objects.create(document=citing, relation="cites", doc_number="伊河政发〔2021〕1号")
    page = Page(client, world.first.get_absolute_url())
    assert text_of(page.one(".//section[@class='relations']")) == (
        "相关文件 废止本文的文件 关于保护湿地的意见（伊河政发〔2021〕2号） "
        "引用本文的文件 关于保护湿地的意见（伊河政发〔2021〕2号）"
    )
