import datetime

from django.test import Client
from django.utils import timezone

from documents.models import Block, BlockKind, Citation, Document, FormerAddress, Topic
from tests import world as worlds
from tests.pages.page import Page, text_of
from tests.world import World


def test_the_table_above_holds_what_is_known_and_says_of_the_rest_that_it_is_not(
    client: Client, world: World
) -> None:
    """The eight facts of the rules in their order, then the days of force, the source and the attachments."""
    published = world.issue.published_at
    assert published
    shown = timezone.localtime(published).strftime("%Y-%m-%d %H:%M")
    assert list(Page(client, world.second.get_absolute_url()).facts().items()) == [
        ("索引号", "未载明"),
        ("主题分类", "未载明"),
        ("发文机关", "伊河州人民政府"),
        ("成文日期", "2021年4月8日"),
        ("标题", "关于保护湿地的意见"),
        ("发文字号", "伊河政发〔2021〕2号"),
        ("发布日期", shown),
        ("有效性", "自2021年5月1日起施行"),
        ("施行日期", "2021年5月1日"),
        ("来源", "伊河州人民政府公报"),
        ("原刊", "2021年第3号（总第103期） 第2页起"),
        ("附件", "附件 供暖时间表"),
    ]


def test_index_number_and_topic_are_shown_when_given(client: Client, world: World) -> None:
    topic = Topic.objects.create(name="城乡建设、环境保护", position=1)
    Document.objects.update(index_number="000014349/2018-00222", topic=topic)
    facts = Page(client, world.first.get_absolute_url()).facts()
    assert (facts["索引号"], facts["主题分类"]) == ("000014349/2018-00222", "城乡建设、环境保护")


def test_headings_descend_from_one_title_without_gaps(client: Client, world: World) -> None:
    page = Page(client, world.first.get_absolute_url())
    headings = [
        e for e in page.one(".//div[@class='paper']").iter() if e.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}
    ]
    assert [(e.tag, text_of(e).removesuffix("#")) for e in headings] == [
        ("h1", "关于做好冬季供暖工作的通知"),
        ("h2", "供暖办法"),
        ("h3", "第一章 总则"),
        ("h2", "供暖时间表"),
    ]


def test_an_article_has_an_address_of_its_own(client: Client, world: World) -> None:
    """#tiao-2 is 第二条, and a link beside it says so."""
    page = Page(client, world.first.get_absolute_url())
    article = page.one(".//p[@id='tiao-2']")
    assert text_of(article) == "第二条 供暖单位应当做到：#"
    assert article.findall("a[@class='anchor']")[0].attrib == {
        "class": "anchor",
        "href": "#tiao-2",
        "aria-label": "“第二条”的链接和引文",
        "data-silent": "",
    }


def test_a_table_is_a_table(client: Client, world: World) -> None:
    """Header cells with scope, short rows filled up, in a frame that a keyboard can scroll."""
    table = Block.objects.get(document=world.first, kind=BlockKind.TABLE)
    table.rows.append(["西河县"])
    table.save()
    page = Page(client, world.first.get_absolute_url())
    figure = page.one(".//figure[@id='biao-1']")
    frame = page.one(".//figure//div[@role='region']")
    assert page.texts(".//figcaption/span") == ["表1 供暖时间表"]
    named_by = figure.findall("figcaption/span")[0].attrib["id"]
    assert (frame.attrib["tabindex"], frame.attrib["aria-labelledby"]) == ("0", named_by)
    assert [text_of(e) for e in frame.findall(".//thead//th[@scope='col']")] == ["县市", "开始日期"]
    rows = [[text_of(cell) for cell in row] for row in frame.findall(".//tbody/tr")]
    assert rows == [["东河县", "10月15日"], ["西河县", ""]]


def test_an_attachment_is_a_section_with_label_title_and_address(client: Client, world: World) -> None:
    annex = Page(client, world.first.get_absolute_url()).one(".//section[@id='fujian-1']")
    assert text_of(annex.findall("p")[0]) == "附件"
    assert text_of(annex.findall("h2")[0]) == "供暖时间表#"
    assert len(annex.findall(".//table")) == 1


def test_members_stand_line_by_line_and_the_signature_last(client: Client, world: World) -> None:
    Block.objects.create(
        document=world.first, position=20, kind=BlockKind.LIST, text="组长：古丽（州长）\n副组长：王强"
    )
    page = Page(client, world.first.get_absolute_url())
    assert page.texts(".//ul[@class='members']/li") == ["组长：古丽（州长）", "副组长：王强"]
    assert page.texts(".//p[@class='signature']/span") == ["伊河州人民政府", "2021年4月8日"]


def test_every_block_tells_the_lines_it_was_read_from(client: Client, world: World) -> None:
    Block.objects.filter(document=world.first, label="第一条").update(source_lines=[[12, 15], [18, 18]])
    page = Page(client, world.first.get_absolute_url())
    assert page.one(".//p[@id='tiao-1']").attrib["data-lines"] == "12-15 18"
    assert "data-lines" not in page.one(".//p[@id='tiao-2']").attrib


def test_a_long_document_has_contents_a_short_one_has_none(client: Client, world: World) -> None:
    address = world.first.get_absolute_url()
    assert Page(client, address).all(".//nav[@class='outline screen-only']") == []
    for position, label in enumerate(("第二章", "第三章"), 20):
        Block.objects.create(
            document=world.first, position=position, kind=BlockKind.HEADING, level=2, label=label, text="管理"
        )
    assert Page(client, address).links(".//nav[@class='outline screen-only']//ol") == {
        "供暖办法": "#biaoti",
        "第一章 总则": "#zhang-1",
        "第二章 管理": "#zhang-2",
        "第三章 管理": "#zhang-3",
        "附件 供暖时间表": "#fujian-1",
    }


def test_a_number_in_the_text_links_to_the_document_held_here(client: Client, world: World) -> None:
    """Whatever brackets were printed stay as they are; numbers of what is not held are plain text."""
    Block.objects.filter(document=world.first, label="第一条").update(
        text="根据伊河政发[2021]2号和伊河政发〔1999〕7号，制定本办法。"
    )
    article = Page(client, world.first.get_absolute_url()).one(".//p[@id='tiao-1']")
    links = {text_of(a): a.attrib["href"] for a in article.iter("a") if a.attrib.get("class") != "anchor"}
    assert links == {"伊河政发[2021]2号": "/yihe/documents/yihezhengfa-2021-2/"}
    assert text_of(article) == "第一条 根据伊河政发[2021]2号和伊河政发〔1999〕7号，制定本办法。#"


def test_a_number_of_a_document_that_is_not_public_is_no_link(client: Client, world: World) -> None:
    worlds.document(world.gazette, 9, published=False)
    Block.objects.filter(document=world.first, label="第一条").update(text="按伊河政发〔2021〕9号执行。")
    article = Page(client, world.first.get_absolute_url()).one(".//p[@id='tiao-1']")
    assert [a.attrib["class"] for a in article.iter("a")] == ["anchor"]


def test_citations_are_listed_with_links_to_what_is_held(client: Client, world: World) -> None:
    Citation.objects.create(document=world.first, relation="cites", doc_number="伊河政发〔2021〕2号")
    Citation.objects.create(document=world.first, relation="repeals", title="供暖暂行办法")
    page = Page(client, world.first.get_absolute_url())
    assert text_of(page.one(".//section[@class='relations']")) == (
        "相关文件 本文废止的文件 供暖暂行办法 本文引用的文件 关于保护湿地的意见（伊河政发〔2021〕2号）"
    )
    assert page.links(".//section[@class='relations']") == {
        "关于保护湿地的意见": world.second.get_absolute_url()
    }


def test_a_repealed_document_says_by_what(client: Client, world: World) -> None:
    """Only a public document can repeal, and only once it is in force."""
    Citation.objects.create(document=world.second, relation="repeals", doc_number="伊河政发〔2021〕1号")
    page = Page(client, world.first.get_absolute_url())
    assert page.facts()["有效性"] == "已废止（废止依据：《关于保护湿地的意见》（伊河政发〔2021〕2号））"
    assert page.texts(".//div[@class='state']") == [
        "已废止 本文件已由《关于保护湿地的意见》（伊河政发〔2021〕2号）废止。"
    ]
    Document.objects.filter(pk=world.second.pk).update(effective_on=datetime.date(2999, 1, 1))
    assert "已废止" not in Page(client, world.first.get_absolute_url()).text


def test_validity_is_never_claimed(client: Client, world: World) -> None:
    """That nothing speaks against a document does not make it valid."""
    Document.objects.update(effective_on=None)
    page = Page(client, world.first.get_absolute_url())
    assert page.facts()["有效性"] == "未载明"
    Document.objects.update(trial=True, valid_until=datetime.date(2999, 4, 30))
    page = Page(client, world.first.get_absolute_url())
    assert page.facts()["有效性"] == "试行，有效期至2999年4月30日"
    assert page.facts()["有效期至"] == "2999年4月30日"
    assert page.all(".//div[@class='state']") == []


def test_reading_on_follows_the_contents(client: Client, world: World) -> None:
    worlds.document(world.gazette, 7)
    page = Page(client, world.first.get_absolute_url())
    assert page.one(".//a[@rel='next']").attrib["href"] == "/yihe/documents/yihezhengfa-2021-2/"
    assert page.all(".//a[@rel='prev']") == []


def test_outside_an_issue_previous_and_next_follow_the_date(client: Client, db: None) -> None:
    """The newest first; those without a date last, and none is skipped or met twice."""
    gazette = worlds.publication()
    days = [datetime.date(2023, 3, 1), datetime.date(2023, 2, 1), datetime.date(2023, 2, 1), None, None]
    made = [worlds.document(gazette, serial, title=f"第{serial}件") for serial in range(1, 6)]
    for document, day in zip(made, days, strict=True):
        document.issued_on = day
        document.save()
    walked, path = [], made[0].get_absolute_url()
    while path:
        page = Page(client, path)
        walked += page.texts(".//h1")
        path = next((a.attrib["href"] for a in page.all(".//a[@rel='next']")), "")
    assert walked == ["第1件", "第2件", "第3件", "第4件", "第5件"]
    back = Page(client, made[4].get_absolute_url()).one(".//a[@rel='prev']")
    assert back.attrib["href"] == made[3].get_absolute_url()


def test_a_former_address_leads_to_the_present_one(client: Client, world: World) -> None:
    FormerAddress.objects.create(publication=world.gazette, slug="供暖通知", document=world.first)
    answer = client.get("/yihe/documents/供暖通知/")
    assert (answer.status_code, answer["Location"]) == (301, world.first.get_absolute_url())


def test_a_former_address_of_what_is_not_public_leads_nowhere(client: Client, world: World) -> None:
    draft = worlds.document(world.gazette, 9, published=False)
    FormerAddress.objects.create(publication=world.gazette, slug="caogao", document=draft)
    Page(client, "/yihe/documents/caogao/", 404)


def test_a_document_that_is_not_published_is_not_there(client: Client, world: World) -> None:
    Page(client, worlds.document(world.gazette, 9, published=False).get_absolute_url(), 404)


def test_a_withdrawn_document_is_gone(client: Client, world: World) -> None:
    alone = worlds.document(world.gazette, 9)
    alone.withdrawn_at = timezone.now()
    alone.save()
    assert Page(client, alone.get_absolute_url(), 410).texts(".//h1") == ["已撤回"]


def test_markup_in_a_text_is_text(client: Client, world: World) -> None:
    """What was printed is shown, never run."""
    Document.objects.update(title="<b>关于</b>", doc_number="")
    Block.objects.update(text="<script>alert(1)</script>根据伊河政发〔2021〕1号")
    page = Page(client, world.first.get_absolute_url())
    assert [text_of(script) for script in page.all(".//main//script")] in ([], [""])
    assert page.texts(".//h1") == ["<b>关于</b>"]
