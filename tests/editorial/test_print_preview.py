"""The layouts of a publication in the admin: looked at before they are chosen."""

import re
from base64 import b64decode
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from documents.models import Document
from editorial.views import print_preview
from gazette.models import Publication
from printing.errors import PrintingError
from printing.forms import preview
from printing.manuscript import Manuscript, Printed
from tests import rooms_world
from tests.printing.paper import Paper, solid
from tests.world import World, editor, publication

pytestmark = pytest.mark.apart
PICTURE = re.compile(r'<img src="data:image/png;base64,([^"]+)"[^>]* alt="([^"]+)"')
SEES = ("gazette.view_publication", "gazette.view_issue")


def client_of(*permissions: str) -> Client:
    made = Client()
    made.force_login(editor("古丽", *permissions))
    return made


def address(gazette: Publication) -> str:
    return f"/admin/gazette/publication/{gazette.pk}/print-preview/"


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[Manuscript]:
    """The manuscripts that were set; none really is."""
    seen: list[Manuscript] = []

    def compose(text: Manuscript, **_: object) -> Printed:
        seen.append(text)
        return Printed(b"", 1)

    monkeypatch.setattr(preview, "compose", compose)
    monkeypatch.setattr(preview, "pictures", lambda pdf, pages: [])
    return seen


def styles(composed: list[Manuscript]) -> set[str]:
    return {made.styles[-1] for made in composed}


def test_pages_of_the_newest_issue_are_shown_as_pictures(world: World) -> None:
    """With words for those who do not see them."""
    rooms_world.notice(world.issue)
    answer = client_of(*SEES).get(address(world.gazette), {"document_form": "official"})
    text = answer.content.decode()
    found = PICTURE.findall(text)
    assert len(found) >= 3
    for data, told in found:
        picture = Image.open(BytesIO(b64decode(data)))
        assert picture.format == "PNG"
        assert picture.width >= 600
        assert "页的样子" in told
    assert "单篇文件，2021年第3号《关于做好冬季供暖工作的通知》第1页的样子" in text
    assert "style=" not in re.sub(r'src="[^"]+"', "", text)


def test_a_layout_is_shown_before_it_is_saved(world: World, composed: list[Manuscript]) -> None:
    """The address names it; nothing is changed."""
    client = client_of(*SEES)
    client.get(address(world.gazette))
    assert styles(composed) == {"a4.css"}
    composed.clear()
    client.get(address(world.gazette), {"paper": "k16", "document_form": "official"})
    assert styles(composed) == {"k16.css", "official.css"}
    world.gazette.refresh_from_db()
    assert (world.gazette.paper, world.gazette.document_form) == ("a4", "gazette")


def test_what_was_chosen_is_shown_at_first(world: World, composed: list[Manuscript]) -> None:
    world.gazette.paper = "k16"
    world.gazette.save()
    text = client_of(*SEES).get(address(world.gazette)).content.decode()
    assert styles(composed) == {"k16.css"}
    assert '<option value="k16" selected>' in text


def test_without_an_issue_there_are_specimens_that_say_so(db: None, composed: list[Manuscript]) -> None:
    text = client_of(*SEES).get(address(publication()), {"document_form": "official"}).content.decode()
    assert "样张（占位文字）" in text
    assert len(composed) == 3
    for made in composed:
        assert "样张" in made.title + made.number
        assert "样张" in made.html
    official = next(made for made in composed if "official.css" in made.styles)
    assert "不是文件" in official.html


def test_a_draft_is_shown_only_to_those_who_may_see_it(world: World, composed: list[Manuscript]) -> None:
    world.issue.published_at = None
    world.issue.save()
    client_of("gazette.view_publication").get(address(world.gazette))
    assert all("供暖" not in made.html for made in composed)


def test_what_cannot_be_set_is_said(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is there all the same."""

    def refuse(text: Manuscript, **_: object) -> Printed:
        raise PrintingError("没有字体可以印出“䶮”")

    monkeypatch.setattr(preview, "compose", refuse)
    answer = client_of(*SEES).get(address(world.gazette))
    assert answer.status_code == 200
    assert "排不出来：没有字体可以印出“䶮”" in answer.content.decode()


def test_a_layout_that_nobody_knows_is_refused(world: World, composed: list[Manuscript]) -> None:
    answer = client_of(*SEES).get(address(world.gazette), {"paper": "a0"})
    assert composed == []
    assert "errorlist" in answer.content.decode()


def test_others_do_not_see_it(world: World) -> None:
    assert client_of("gazette.view_issue").get(address(world.gazette)).status_code == 403
    assert Client().get(address(world.gazette)).status_code == 302


def test_the_publication_s_page_leads_to_it(world: World) -> None:
    page = client_of("gazette.change_publication").get(
        f"/admin/gazette/publication/{world.gazette.pk}/change/"
    )
    text = page.content.decode()
    assert f'href="{address(world.gazette)}"' in text
    assert 'name="document_form"' in text


def official(document: Document) -> str:
    return f"/admin/documents/document/{document.pk}/official.pdf"


def test_a_document_is_printed_as_an_official_one(world: World) -> None:
    """Also one that no issue holds; its page leads there."""
    world.first.entry = None
    world.first.save()
    client = client_of("documents.view_document")
    answer = client.get(official(world.first))
    assert answer["Content-Type"] == "application/pdf"
    whole = solid("".join(Paper(answer.content).pages))
    assert "伊河州人民政府文件" in whole
    assert "选自《伊河州人民政府公报》网络版" in whole
    page = client.get(f"/admin/documents/document/{world.first.pk}/change/").content.decode()
    assert f'href="{official(world.first)}"' in page


def test_a_document_that_cannot_be_printed_says_why(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: Manuscript) -> Printed:
        raise PrintingError("没有字体")

    monkeypatch.setattr(print_preview, "compose", refuse)
    answer = client_of("documents.view_document").get(official(world.first), follow=True)
    assert "这篇文件排不成 PDF：没有字体" in answer.content.decode()
    assert client_of_nobody().get(official(world.first)).status_code == 403


def client_of_nobody() -> Client:
    made = Client()
    made.force_login(editor("王强"))
    return made
