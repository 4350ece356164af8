"""What a document's page offers around its text: citations, attachments, what is to be shared, what is printed."""

import pytest
from django.test import Client

from documents.models import Attachment, Document
from tests.pages.page import Page, text_of
from tests.world import World


def test_every_place_has_its_citation_beside_it(client: Client, world: World) -> None:
    """Shown by the style sheet where a link has led; behind the block, whose text stays as printed."""
    page = Page(client, world.first.get_absolute_url())
    paper = page.one(".//div[@class='paper']")
    ids = {element.attrib["id"] for element in paper.iter() if "id" in element.attrib}
    places = {name for name in ids if not name.endswith("-name")}
    quoted = {
        quote.attrib["data-anchor"]: text_of(quote.findall("p")[0])
        for quote in page.all(".//div[@class='quote']")
    }
    assert set(quoted) == places - {"biao-1"}
    assert quoted["tiao-2"] == "《供暖办法》（伊河政发〔2021〕1号）第二条"
    assert quoted["tiao-2-xiang-1"] == "《供暖办法》（伊河政发〔2021〕1号）第二条第（一）项"
    assert quoted["fujian-1"] == "《关于做好冬季供暖工作的通知》（伊河政发〔2021〕1号）附件"


def test_the_keyboard_meets_one_link_an_article(client: Client, world: World) -> None:
    """Those of the items are for the mouse; the citation of their article leads to them."""
    page = Page(client, world.first.get_absolute_url())
    links = {a.attrib["href"]: "tabindex" in a.attrib for a in page.all(".//a[@class='anchor']")}
    assert (links["#tiao-2"], links["#tiao-2-xiang-1"]) == (False, True)
    assert page.links(".//div[@data-anchor='tiao-2']/ul") == {
        "第（一）项": "#tiao-2-xiang-1",
        "第（二）项": "#tiao-2-xiang-2",
    }


def test_attachments_are_listed_above_and_none_is_an_empty_section(client: Client, world: World) -> None:
    """What is only announced says so, at the address that a link to it has."""
    Attachment.objects.create(document=world.first, position=2, label="附件2", title="考核表")
    page = Page(client, world.first.get_absolute_url())
    assert page.texts(".//ol[@class='annex-list']/li") == ["附件 供暖时间表", "附件2 考核表 未刊载正文"]
    assert page.links(".//ol[@class='annex-list']") == {"附件 供暖时间表": "#fujian-1"}
    assert page.one(".//li[@id='fujian-2']") is not None
    assert len(page.all(".//section[@class='annex']")) == 1


@pytest.mark.parametrize("mode", ["", "/~elder-dark"])
def test_the_address_to_share_is_the_plain_one(client: Client, world: World, mode: str) -> None:
    """On paper it stands in words, under a QR code that needs no style of its own."""
    page = Page(client, f"{mode}/yihe/documents/yihezhengfa-2021-1/")
    address = "http://testserver/yihe/documents/yihezhengfa-2021-1/"
    assert page.texts(".//p[@class='share-address']") == [address]
    on_paper = page.one(".//div[@class='on-paper']")
    assert [text_of(p) for p in on_paper.findall("p")] == [
        "来源：《伊河州人民政府公报》2021年第3号 第1页起",
        address,
    ]
    code = on_paper[0]
    assert code.tag.endswith("svg")
    assert [path.attrib.get("fill") or path.attrib["stroke"] for path in code] == ["#fff", "#000"]
    assert "style" not in code.attrib


def test_a_document_outside_an_issue_names_its_publication_as_source(client: Client, world: World) -> None:
    Document.objects.filter(pk=world.first.pk).update(entry=None, published_at=world.issue.published_at)
    page = Page(client, world.first.get_absolute_url())
    assert page.facts()["来源"] == "伊河州人民政府公报"
    assert "原刊" not in page.facts()
    assert page.texts(".//div[@class='on-paper']/p")[0] == "来源：伊河州人民政府公报"
