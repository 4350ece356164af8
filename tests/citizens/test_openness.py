"""The column 政府信息公开, which editors fill."""

import pytest
from django.test import Client
from pytest_django import Settings

from portal.citizens.addresses import title_of
from portal.citizens.markdown import to_html
from portal.models import ColumnPage, Part
from tests.citizens.conftest import column_page
from tests.pages.page import Page
from tests.world import World


def test_parts_stand_in_the_order_of_the_rules(client: Client, world: World) -> None:
    for part in (Part.APPLY, Part.REPORT, Part.STATUTORY, Part.RULES, Part.GUIDE):
        column_page(part, f"关于{part.label}", year=2020 if part == Part.REPORT else None)
    page = Page(client, "/openness/")
    assert page.texts(".//main//h2") == [
        "政府信息公开指南",
        "政府信息公开制度",
        "法定主动公开内容",
        "政府信息公开年报",
        "依申请公开",
    ]
    assert page.links()["各期公报"] == "/yihe/"


def test_a_part_without_a_page_is_not_shown(client: Client, world: World) -> None:
    column_page(Part.GUIDE, "指南")
    column_page(Part.RULES, "草稿", public=False)
    page = Page(client, "/openness/")
    assert page.texts(".//main//h2") == ["政府信息公开指南"]
    assert "草稿" not in page.text
    assert "/yihe/documents/" not in page.links().values()


def test_a_column_without_any_page_is_not_there_and_not_linked(client: Client, world: World) -> None:
    column_page(Part.GUIDE, "草稿", public=False)
    assert client.get("/openness/").status_code == 404
    assert not [link for link in Page(client, "/").links(".//body").values() if "openness" in link]
    column_page(Part.GUIDE, "指南")
    assert "/openness/" in Page(client, "/").links(".//body").values()


def test_the_days_for_an_application_are_figures_of_the_settings(
    client: Client, world: World, settings: Settings
) -> None:
    settings.OPENNESS_REPLY_DAYS, settings.OPENNESS_EXTENSION_DAYS = 15, 10
    column_page(Part.APPLY, "怎样申请")
    assert "收到申请后15个工作日内答复；需要延长的，延长不超过10个工作日。" in Page(client, "/openness/").text


def test_readers_see_what_was_published_not_what_is_being_written(client: Client, world: World) -> None:
    page = column_page(Part.GUIDE, "指南")
    ColumnPage.objects.update(title="新指南", text="未经审核的话")
    shown = Page(client, page.get_absolute_url())
    assert shown.texts(".//h1") == ["指南"]
    assert "未经审核" not in shown.text
    assert shown.tag("ArticleTitle") == "指南"
    assert client.get(column_page(Part.GUIDE, "草稿", public=False).get_absolute_url()).status_code == 404


def test_a_correction_of_a_page_names_it_by_its_published_title(client: Client, world: World) -> None:
    """The form and the page of the correction show what readers know, not what is being written."""
    page = column_page(Part.GUIDE, "指南")
    ColumnPage.objects.update(title="未经审核的标题")
    assert title_of(page.get_absolute_url()) == "指南"
    asked = Page(client, f"/corrections/?page={page.get_absolute_url()}")
    assert "指南" in asked.text
    assert "未经审核" not in asked.text


class TestMarkdown:
    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>",
            "<b onclick='x()'>粗</b>",
            "[去](javascript:alert(1))",
            "![图](https://elsewhere.example/x.png)",
            "<img src=x>",
            "[a](data:text/html,x)",
        ],
    )
    def test_nothing_but_text_comes_through(self, text: str) -> None:
        html = to_html(text)
        assert "<script" not in html
        assert "<img" not in html
        assert "<b" not in html
        assert 'href="javascript' not in html
        assert 'href="data' not in html

    def test_tables_stand_in_a_frame_without_styles(self) -> None:
        html = to_html("| 单位 | 电话 |\n|---|---:|\n| 办公厅 | 1 |")
        assert '<div class="table-frame" role="region" tabindex="0"' in html
        assert '<th scope="col">电话</th>' in html
        assert "style" not in html

    def test_headings_begin_under_the_title_and_leave_out_no_level(self) -> None:
        assert [line[:4] for line in to_html("# 甲\n#### 乙\n## 丙\n#### 丁").splitlines()] == [
            "<h2>",
            "<h3>",
            "<h3>",
            "<h4>",
        ]

    def test_other_hosts_are_reached_by_the_notice(self) -> None:
        html = to_html("[外](https://elsewhere.example/a?b=1&c=2) [内](/yihe/) [信](mailto:a@example.com)")
        assert 'href="/leaving/?to=https%3A%2F%2Felsewhere.example' in html
        assert 'href="/yihe/"' in html
        assert 'href="mailto:a@example.com"' in html

    def test_links_keep_the_modes_of_the_page(self, client: Client, world: World) -> None:
        page = column_page(Part.GUIDE, "指南")
        shown = Page(client, f"/~elder{page.get_absolute_url()}")
        assert shown.links(".//div[@class='prose']") == {"目录": "/~elder/yihe/"}
