"""Pages saved from a government site: the document with what is said of it, without the site round it."""

import pytest

from intake.errors import SourceError
from intake.sources.html.read import read_html
from intake.sources.text import SourceText

LONG = "为了规范公文的管理，根据国家有关规定，结合自治州实际，制定本办法，请各县市各部门遵照执行。"


def read(body: str, head: str = "") -> SourceText:
    return read_html("a.html", f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def lines(body: str) -> list[str]:
    return read(body).lines


def test_what_the_site_sets_round_a_text_is_taken_off_and_named() -> None:
    text = read(
        '<div class="header"><a href="/">首页</a><a href="/a">政务公开</a><a href="/b">互动交流</a></div>'
        f'<form id="aspnetForm"><div class="main"><h1>某某办法</h1><div id="zoom"><p>{LONG}</p></div></div></form>'
        '<ul><li><a href="1">相关一</a></li><li><a href="2">相关二</a></li><li><a href="3">相关三</a></li></ul>'
        '<div class="footer">主办：州政府 新ICP备1号</div><script>var a = "脚本";</script>'
    )
    assert text.lines == ["# 某某办法", LONG]
    [problem] = text.problems
    assert (problem.code, problem.severity) == ("page-furniture", "note")
    assert "3 处" in problem.message
    assert "首页政务公开" in problem.quote.replace(" ", "")


def test_a_foot_is_taken_off_also_where_the_text_is_in_many_parts() -> None:
    parts = "".join(f"<div><p>{LONG}</p></div>" for _ in range(3))
    found = lines(parts + '<div class="foot">版权所有：州政府</div><nav>首页</nav>')
    assert found == [LONG] * 3


def test_a_page_that_is_nearly_all_links_keeps_them() -> None:
    entries = "".join(f'<li><a href="{n}">关于第{n}号公文的通知</a></li>' for n in "12345")
    assert lines(f"<h2>目录</h2><ul>{entries}</ul>") == [
        "## 目录", *(f"关于第{n}号公文的通知" for n in "12345"),
    ]  # fmt: skip


def test_links_to_attachments_in_the_text_stay() -> None:
    links = "".join(f'<p><a href="{n}.doc">附件{n}</a></p>' for n in "123")
    assert lines(f"<div><p>{LONG}</p><div>{links}</div></div>") == [LONG, "附件1", "附件2", "附件3"]


def test_the_table_above_a_document_becomes_lines() -> None:
    table = (
        "<table><tr><td>索 引 号：</td><td>000014349/2018-00222</td><td>主题分类：</td><td>综合政务</td></tr>"
        "<tr><td>发文机关：</td><td>州政府</td><td>成文日期：</td><td>2018年1月2日</td></tr>"
        "<tr><td>标题：</td><td colspan=3>某某办法</td></tr>"
        "<tr><td>发文字号：伊河政发〔2018〕1号</td><td></td><td>发布日期：</td><td>2018年1月3日</td></tr></table>"
    )
    assert lines(f"{table}<div><p>{LONG}</p></div>") == [
        "索引号：000014349/2018-00222", "主题分类：综合政务", "发文机关：州政府", "成文日期：2018年1月2日",
        "标题：某某办法", "发文字号：伊河政发〔2018〕1号", "发布日期：2018年1月3日", LONG,
    ]  # fmt: skip


def test_buttons_between_the_lines_are_not_read_and_the_line_of_date_and_source_is() -> None:
    found = lines(
        f"<p>发布时间：2018-01-03 来源：州政府</p><p>【字体：大 中 小】【打印】【关闭】</p><p>{LONG}</p>"
    )
    assert found == ["发布时间：2018-01-03 来源：州政府", LONG]


def test_lines_end_where_a_browser_ends_them() -> None:
    assert lines("<div>甲<br>乙<p>丙<span>丁</span></p>戊</div>") == ["甲", "乙", "丙丁", "戊"]


def test_breaks_of_the_file_are_no_blanks_in_chinese_and_one_between_other_words() -> None:
    assert lines("<p>国务\n   院办公厅\nOpen\n Data</p>") == ["国务院办公厅 Open Data"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p>　　第一条 总则。</p>",
        '<p style="text-indent: 2em">第一条 总则。</p>',
        "<p>&emsp;&emsp;第一条 总则。</p>",
    ],
)
def test_a_line_that_stands_in_is_marked_as_plain_texts_mark_it(paragraph: str) -> None:
    assert lines(paragraph) == ["　　第一条 总则。"]


def test_a_title_over_lines_is_one_heading() -> None:
    assert lines("<h1>关于<br>公文的\n<span>通知</span></h1>") == ["# 关于公文的通知"]


def test_numbers_of_lists_stand_in_the_text() -> None:
    found = lines(
        '<ol start=3><li>甲</li><li value=7>乙</li></ol><ol type="a"><li>丙</li></ol><ul><li>丁</li></ul>'
    )
    assert found == ["3. 甲", "7. 乙", "a. 丙", "丁"]


def test_merged_cells_have_their_text_in_their_first_place() -> None:
    table = (
        "<table><caption>表一</caption><thead><tr><th rowspan=2>项目</th><th colspan=2>金额</th></tr>"
        "<tr><th>甲</th><th>乙</th></tr></thead><tr><td>合计</td><td></td><td>5<br>万</td></tr></table>"
    )
    assert lines(table) == ["表一", "项目\t金额\t", "\t甲\t乙", "合计\t\t5 万"]


def test_a_span_that_no_page_could_hold_is_not_believed() -> None:
    [first, second] = lines("<table><tr><td colspan=9999>甲<td rowspan=9999>乙<tr><td>丙<td>丁</table>")
    assert first.startswith("甲\t")
    assert len(first) < 1000
    assert second.startswith("丙\t丁")


def test_a_table_that_only_places_texts_is_no_table() -> None:
    page = f"<table><tr><td><table><tr><td>甲</td><td>1</td></tr></table></td><td><p>{LONG}</p></td></tr></table>"
    assert lines(page) == ["甲\t1", LONG]


def test_hidden_parts_are_not_read() -> None:
    assert lines(
        '<p>公开</p><p style="display:none">隐藏</p><p hidden>隐藏</p><noscript>脚本</noscript>'
    ) == ["公开"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030"),
        ("", "gb18030"),
        ('<meta charset="utf-8">', "gb18030"),
        ('<meta charset="gb2312">', "utf-8-sig"),
        ('<meta charset="unheard-of">', "utf-8"),
        ("", "utf-16"),
    ],
)
def test_a_page_is_decoded_by_its_mark_by_what_it_says_and_else_by_what_it_is(
    declared: str, encoding: str
) -> None:
    page = f"<html><head>{declared}</head><body><p>{LONG}㐂镕</p></body></html>"
    assert read_html("a.html", page.encode(encoding)).lines == [LONG + "㐂镕"]


def test_entities_are_characters_and_those_of_a_dtd_are_not_expanded() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>A&amp;B&#8226;&x;</p></body></html>'
    [line] = read_html("a.html", page.encode()).lines[-1:]
    assert line.startswith("A&B•")
    assert "root" not in line


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(SourceError, match="没有正文"):
        read("<script>1</script>")


def test_what_is_nested_too_deep_is_refused_and_not_cut_off() -> None:
    with pytest.raises(SourceError, match="嵌套太深"):
        read("<div>" * 3000 + "正文")
