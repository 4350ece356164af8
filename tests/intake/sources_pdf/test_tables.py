"""Tables keep their cells, in the place where they are printed, and nothing is printed twice."""

from intake.lines import number_lines
from intake.sources.pdf import read_pdf
from tests.intake.sources_pdf.sheets import paragraph, sheet

Rows = list[tuple[str, ...]]


def rows(pdf: bytes) -> Rows:
    """The table's rows as the readers see them."""
    return [line.cells for line in number_lines(read_pdf("a.pdf", pdf).lines) if line.cells]


def table(cells: Rows, style: str = "") -> str:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    return f"<table style='{style}'>{body}</table>"


def test_a_ruled_table_is_rows_of_cells_between_the_paragraphs() -> None:
    cells: Rows = [("序号", "名称", "单位"), ("1", "春耕", "农业局"), ("2", "", "水利局")]
    html = f"<p>{paragraph('甲')}</p>{table(cells)}<p>{paragraph('乙')}</p>"
    text = [line for line in read_pdf("a.pdf", sheet(html)).lines if line]
    assert text[0].endswith(paragraph("甲"))
    assert text[1:4] == ["\t".join(row) for row in cells]
    assert text[4].endswith(paragraph("乙"))
    assert len(text) == 5


def test_the_lines_of_a_cell_are_one() -> None:
    cells: Rows = [("任务", "单位"), (paragraph("供暖", 3), "自治州发展和改革委员会")]
    assert rows(sheet(table(cells))) == cells


def test_a_row_with_one_filled_cell_of_two_is_still_a_row() -> None:
    cells: Rows = [("指标", "数值"), ("工业", ""), ("", "12.5")]
    assert rows(sheet(table(cells))) == cells


def test_merged_cells_have_their_text_in_the_first() -> None:
    html = (
        "<table><tr><td rowspan=2>指标</td><td colspan=2>本月</td></tr><tr><td>数值</td><td>增减</td></tr>"
        "<tr><td>产值</td><td>12.5</td><td>-3.1</td></tr></table>"
    )
    assert rows(sheet(html)) == [("指标", "本月", ""), ("", "数值", "增减"), ("产值", "12.5", "-3.1")]


def test_a_table_goes_on_over_the_page() -> None:
    cells: Rows = [(str(n), f"第{n}项", "农业局") for n in range(1, 81)]
    assert rows(sheet(table(cells))) == cells


def test_a_table_in_a_column_stands_in_that_column() -> None:
    cells: Rows = [("县", "人数"), ("甲县", "12"), ("乙县", "7")]
    html = f"<p>{paragraph('水利')}</p>{table(cells)}<p>{paragraph('农业', 20)}</p>"
    text = [line for line in read_pdf("a.pdf", sheet(f"<div class=two>{html}</div>")).lines if line]
    assert [line.strip("\u3000")[:4] for line in text] == [
        "关于水利",
        "县\t人数",
        "甲县\t1",
        "乙县\t7",
        "关于农业",
    ]


def test_figures_below_one_another_are_a_table_without_rules() -> None:
    cells: Rows = [("指标", "本月", "累计"), ("工业总产值", "123.4", "456.7"), ("社会消费", "23.4", "56.7")]
    cells += [("财政收入", "", "8.8"), ("财政支出", "1.1", "9.9")]
    style = "border: 0; text-align: right"
    html = table(cells).replace("<td>", f"<td style='{style}; width: 33%'>")
    assert rows(sheet(f"<h2>主要指标</h2>{html}<p>{paragraph('说明')}</p>")) == cells


def test_text_in_a_frame_is_no_table() -> None:
    html = f"<div style='border: 1pt solid; padding: 6pt'><p>{paragraph('甲')}</p></div>"
    text = [line.strip("\u3000") for line in read_pdf("a.pdf", sheet(html)).lines if line]
    assert text == [paragraph("甲")]


def test_columns_between_rules_are_no_table() -> None:
    style = ".two { border: 1pt solid; column-rule: 1pt solid; padding: 6pt }"
    body = "".join(f"<p>{paragraph(s, 9)}</p>" for s in "甲乙丙丁")
    text = [
        line.strip("\u3000") for line in read_pdf("a.pdf", sheet(f"<div class=two>{body}</div>", style)).lines
    ]
    assert [line for line in text if line] == [paragraph(s, 9) for s in "甲乙丙丁"]


def test_numbers_and_titles_between_rules_are_read_row_by_row() -> None:
    """A register: rules under its rows only, the number at the left, the title at the right over two lines."""
    entries: Rows = [
        (f"伊河政发〔2021〕{n}号", f"《关于做好{'春耕生产和农田水利' * 3}第{n}项工作的通知》")
        for n in range(1, 9)
    ]
    style = "td { border: 0; border-bottom: .25pt solid } td:first-child { width: 1%; padding-right: 2em; white-space: nowrap }"
    assert rows(sheet(f"<h2>发文目录</h2>{table(entries)}<p>{paragraph('甲')}</p>", style)) == entries
