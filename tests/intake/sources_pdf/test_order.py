"""What is printed is read in the order in which a person reads it."""

import pytest

from intake.sources.pdf import read_pdf
from tests.intake.sources_pdf.sheets import paragraph, sheet

INDENT = "\u3000\u3000"


def lines(pdf: bytes) -> list[str]:
    return [line for line in read_pdf("来稿.pdf", pdf).text.split("\n") if line]


def paragraphs(*subjects: str, sentences: int = 6) -> str:
    return "".join(f"<p>{paragraph(subject, sentences)}</p>" for subject in subjects)


@pytest.mark.parametrize("columns", ["one", "two", "three"])
def test_columns_are_read_one_after_another_and_paragraphs_are_whole(columns: str) -> None:
    """Broken by lines, columns and pages, each paragraph is one line, marked as indented."""
    subjects = [f"{a}{b}" for a in "甲乙丙丁戊己庚辛壬" for b in "子丑寅卯"]
    text = lines(sheet(f"<div class={columns}>{paragraphs(*subjects)}</div>"))
    assert text == [INDENT + paragraph(subject) for subject in subjects]


def test_a_sentence_that_ends_with_its_line_does_not_end_its_paragraph() -> None:
    """Eighteen characters to a line of the column, the full stop the last of them."""
    sentence = "各县市人民政府要切实加强组织领导工作"
    body = f"<p>{sentence[:-3]}。{(sentence[:-1] + '。') * 4}</p><p>其他部门照此办理。</p>"
    text = lines(sheet(f"<div style='width: 216pt'>{body * 3}</div>"))
    assert len(text) == 6
    assert text[0].count("。") == 5


def test_a_title_across_the_columns_parts_what_stands_over_and_under_it() -> None:
    html = (
        f"<div class=two>{paragraphs('水利', '农业', '林业')}</div><h1>关于印发办法的通知</h1>"
        f"<div class=two>{paragraphs('教育', '卫生', '文化')}</div>"
    )
    assert [line.strip(INDENT)[:4] for line in lines(sheet(html))] == [
        "关于水利",
        "关于农业",
        "关于林业",
        "# 关于",
        "关于教育",
        "关于卫生",
        "关于文化",
    ]


def test_a_title_set_wide_over_the_columns_is_one_line() -> None:
    html = f"<h1 style='letter-spacing: 3em'>公报</h1><div class=two>{paragraphs('水利', '农业')}</div>"
    assert lines(sheet(html))[0] == "# 公 报"


def test_a_page_may_change_from_one_column_to_two() -> None:
    html = f"{paragraphs('总则', sentences=8)}<div class=two>{paragraphs('水利', '农业', '林业')}</div>"
    order = [line.strip(INDENT)[2:4] for line in lines(sheet(html))]
    assert order == ["总则", "水利", "农业", "林业"]


def test_a_label_at_the_left_belongs_to_the_title_under_it() -> None:
    """附件1 stands over the title across the columns, although it is no longer than a column."""
    html = (
        f"<div class=two>{paragraphs('水利', '农业')}</div><p class=flush style='margin-top: 30pt'>附件1</p>"
        f"<h2>水利工程名单</h2><div class=two>{paragraphs('林业', '草原')}</div>"
    )
    assert [line.strip(INDENT)[:5] for line in lines(sheet(html))] == [
        "关于水利的",
        "关于农业的",
        "附件1",
        "## 水利",
        "关于林业的",
        "关于草原的",
    ]


def test_the_lines_of_a_title_are_one_heading() -> None:
    html = "<h1>伊河州人民政府关于加强冬季供暖<br>和安全生产工作的通知</h1>" + paragraphs("供暖")
    assert lines(sheet(html))[0] == "# 伊河州人民政府关于加强冬季供暖和安全生产工作的通知"


def test_short_lines_stay_lines() -> None:
    html = (
        f"<p class=flush>各县市人民政府：</p>{paragraphs('供暖', '安全')}"
        "<p class=right>伊河州人民政府</p><p class=right>2021年4月8日</p>"
    )
    text = lines(sheet(html))
    assert text[0] == "各县市人民政府："
    assert text[-2:] == ["伊河州人民政府", "2021年4月8日"]


def test_text_without_indents_keeps_its_paragraphs_apart() -> None:
    body = "".join(f"<p class=flush>{paragraph(s)}</p>" for s in ("供暖", "安全", "教育"))
    text = "".join(lines(sheet(body)))
    assert text == paragraph("供暖") + paragraph("安全") + paragraph("教育")
    assert not any(paragraph("供暖")[-12:] + paragraph("安全")[:9] in line for line in lines(sheet(body)))


def test_entries_of_the_contents_keep_their_leaders_and_pages() -> None:
    style = "a { display: block } a::after { content: leader('…') attr(data-page) }"
    entries = [("关于供暖的通知 伊河政发〔2021〕1号", 1), ("关于保护湿地的意见", 12)]
    html = "<h1>目 录</h1>" + "".join(f"<a data-page={page}>{title}</a>" for title, page in entries)
    text = lines(sheet(html + paragraphs("供暖", "安全"), style))
    assert text[0] == "# 目 录"
    assert text[1].startswith("关于供暖的通知 伊河政发〔2021〕1号…")
    assert text[1].endswith(("… 1", "…1"))
    assert text[2].endswith(("… 12", "…12"))


def test_each_line_knows_its_page() -> None:
    source = read_pdf("a.pdf", sheet("<p>甲</p><p style='break-before: page'>乙</p>"))
    assert [(line.strip(INDENT), page) for line, page in zip(source.lines, source.pages, strict=True)] == [
        ("甲", 1),
        ("乙", 2),
    ]


def test_a_wide_page_printed_on_its_side_is_turned() -> None:
    side = "<div style='transform: rotate(-90deg); transform-origin: 200pt 200pt; width: 400pt'>"
    text = lines(sheet(f"{side}{paragraphs('供暖', '安全')}</div>"))
    assert text == [INDENT + paragraph("供暖"), INDENT + paragraph("安全")]
