"""The PDF of one entry: as its issue prints it, alone."""

import threading
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from gazette.models import Entry, SectionKind
from printing import store
from printing.errors import BusyError, MissingGlyphError
from printing.manuscript import Manuscript, Printed
from printing.render import entry_manuscript, manuscript
from tests import rooms_world
from tests.printing.paper import Paper, solid
from tests.world import World


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.PDF_DIR = tmp_path / "pdf"
    return settings.PDF_DIR


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    printed: list[str] = []

    def typeset(text: Manuscript) -> Printed:
        printed.append(text.digest)
        return Printed(text.digest.encode(), 1)

    monkeypatch.setattr(store, "typeset", typeset)
    return printed


def entry_of(world: World) -> Entry:
    assert world.first.entry
    return world.first.entry


def address(entry: Entry) -> str:
    return f"/yihe/2021/3/entries/{entry.pk}.pdf"


def test_an_entry_is_printed_alone_under_the_issue_s_running_head(world: World, client: Client) -> None:
    """Title, text and attachment, without cover, contents and the other entries; and where it is taken from."""
    answer = client.get(address(entry_of(world)))
    assert answer["Content-Type"] == "application/pdf"
    paper = Paper(answer.getvalue())
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


def test_an_entry_is_printed_once_and_anew_after_an_edit(world: World, press: list[str]) -> None:
    """The issue's PDF and those of other entries stay."""
    assert world.second.entry
    others = [store.pdf_file(world.issue), store.entry_pdf_file(world.second.entry)]
    former = store.entry_pdf_file(entry_of(world))
    assert store.entry_pdf_file(entry_of(world)) == former
    assert len(press) == 3
    world.first.blocks.filter(label="第一条").update(text="为保障居民温暖过冬，修订本办法。")
    present = store.entry_pdf_file(entry_of(world))
    assert present
    assert former
    assert not former.exists()
    assert all(path and path.exists() for path in [*others, present])


def test_a_line_of_the_contents_without_a_text_has_no_pdf(world: World, client: Client) -> None:
    line = rooms_world.entry(world.issue, SectionKind.OTHER, "补白")
    assert client.get(address(line)).status_code == 404


def test_what_is_not_public_has_no_pdf(world: World, client: Client) -> None:
    """404 for what never was, 410 for what has been taken back, 404 for another issue's entry."""
    entry = entry_of(world)
    assert client.get(f"/yihe/2021/4/entries/{entry.pk}.pdf").status_code == 404
    assert client.get("/yihe/2021/3/entries/999999.pdf").status_code == 404
    world.issue.withdrawn_at = timezone.now()
    world.issue.save()
    assert client.get(address(entry)).status_code == 410
    world.issue.published_at = world.issue.withdrawn_at = None
    world.issue.save()
    assert client.get(address(entry)).status_code == 404


def test_while_others_print_a_reader_of_one_entry_is_told_to_come_again(
    world: World, client: Client, press: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody fills the house by asking for many: 503 after a short wait, with a time to come again."""
    monkeypatch.setattr(store, "ENTRY_PATIENCE", 0.2)
    with store._one_at_a_time():
        answer = client.get(address(entry_of(world)))
    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert "暂时不能提供" in answer.content.decode()
    assert press == []


def test_a_reader_waits_for_a_short_print(world: World, press: list[str]) -> None:
    begun = threading.Event()
    done = threading.Event()

    def print_another() -> None:
        with store._one_at_a_time():
            begun.set()
            done.wait(0.3)

    other = threading.Thread(target=print_another)
    other.start()
    begun.wait()
    assert store.entry_pdf_file(entry_of(world))
    other.join()
    assert len(press) == 1


def test_what_is_printed_already_waits_for_nobody(world: World, press: list[str]) -> None:
    made = store.entry_pdf_file(entry_of(world))
    with store._one_at_a_time():
        assert store.entry_pdf_file(entry_of(world)) == made


def test_an_entry_that_cannot_be_printed_says_so(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(text: Manuscript) -> Printed:
        raise MissingGlyphError("没有字体可以印出")

    monkeypatch.setattr(store, "typeset", refuse)
    answer = client.get(address(entry_of(world)))
    assert answer.status_code == 503
    assert not issubclass(MissingGlyphError, BusyError)
    assert "在网上阅读2021年第3号" in answer.content.decode()


def test_the_second_number_of_a_double_issue_leads_to_its_pdf(world: World, client: Client) -> None:
    world.issue.number_end = 4
    world.issue.save()
    answer = client.get("/yihe/2021/4/gazette.pdf")
    assert (answer.status_code, answer["Location"]) == (301, "/yihe/2021/3/gazette.pdf")
