"""Pages with little text: columns that one page alone cannot tell, lines that begin something of their own."""

from intake.sources.pdf import read_pdf
from intake.sources.pdf_breaks import begins_anew
from tests.intake.sources_pdf.sheets import paragraph, sheet, together

SHORT = "<h1>关于防汛的通报</h1><div class=two>{}</div>"


def lines(pdf: bytes) -> list[str]:
    return [line.strip("\u3000# ") for line in read_pdf("a.pdf", pdf).lines if line.strip()]


def notice(*texts: str) -> bytes:
    return sheet(SHORT.format("".join(f"<p>{text}</p>" for text in texts)))


def page_of_text(subject: str) -> bytes:
    return sheet(f"<div class=two>{f'<p>{paragraph(subject, 12)}</p>' * 4}</div>")


def test_a_page_where_no_two_lines_begin_or_end_at_one_place_is_read() -> None:
    steps = "".join(
        f"<p style='margin-left:{9 * n}pt;text-indent:0'>第{'一' * n}步</p>" for n in range(1, 12)
    )
    assert lines(sheet(steps)) == [f"第{'一' * n}步" for n in range(1, 12)]


def test_two_short_columns_are_read_as_on_the_pages_that_are_full() -> None:
    texts = [
        "各县市要总结防汛工作的经验，并在月底前按要求上报本级政府。",
        "希望各单位再接再厉，确保安全度汛。",
    ]
    read = lines(together(page_of_text("甲"), page_of_text("乙"), notice(*texts)))
    assert read[-2:] == texts


def test_short_columns_of_several_pages_are_told_together() -> None:
    texts = [
        [
            f"各县市要总结第{n}次防汛工作的经验，并在月底前上报本级政府办公室。",
            f"水利部门负责落实第{n}项工作的各项措施，每月向本级政府办公室报告。",
        ]
        for n in "一二三四"
    ]
    read = lines(together(*(notice(*pair) for pair in texts)))
    assert [line for line in read if line != "关于防汛的通报"] == [each for pair in texts for each in pair]


def test_short_lines_of_one_column_stay_one_column() -> None:
    rows = "".join(f"<p>第{n}条　本条例由自治州人民政府负责解释和说明。</p>" for n in "一二三四五六七八九")
    assert lines(sheet(rows)) == [
        f"第{n}条 本条例由自治州人民政府负责解释和说明。" for n in "一二三四五六七八九"
    ]


def test_members_under_one_another_are_not_one_paragraph() -> None:
    members = ["李卫星（自治州卫生和计划生育委党组）", "海依拉提·阿西克（自治州农业局副局长）"]
    inner = f"<p>{paragraph('甲')}</p>" + "".join(f"<p class=flush>{each}</p>" for each in members)
    read = lines(sheet(f"<div class=two>{inner}<p>{paragraph('乙')}</p></div>"))
    assert [line for line in read if "（" in line] == members


def test_a_signature_too_long_for_its_column_is_one_line() -> None:
    signed = "伊河州人民政府办公室 伊河州文化和旅游局"
    inner = f"<p>{paragraph('甲')}</p><p class=right>{signed}</p><p class=right>2021年5月6日</p>"
    assert lines(sheet(f"<div class=two>{inner}<p>{paragraph('乙')}</p></div>")).count(signed) == 1


def test_a_member_begins_under_a_whole_member_alone() -> None:
    assert begins_anew("刘卫（人民银行行长）", "成员：苏长雄（银联总经理）")
    assert begins_anew("李小河 州财政局局长", "王明 州水利局局长")
    assert not begins_anew("刘卫（人民银行行长）等人出席。", "州长王明、副州长苏长雄（兼）和")
    assert not begins_anew("局局长）", "成员：王明（州住房和城乡建设")


def test_a_date_begins_a_line_but_not_inside_of_a_bracket() -> None:
    assert begins_anew("2023年12月31日", "伊河州人民政府")
    assert not begins_anew("2023年12月31日）", "加强宣传。（州财政局负责，完成时限：")
