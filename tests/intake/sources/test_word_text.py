"""Word files: what is printed is read, and only once; what is not printed is not."""

import io

import docx
import pytest

from intake.sources.text import SourceText
from intake.sources.word.read import read_docx
from tests.intake.sources.word_files import field, p, packed, r, tab, text_box, word


def read(body: str, **parts: str) -> SourceText:
    return read_docx("公报.docx", word(body, **parts))


def lines(body: str, **parts: str) -> list[str]:
    return read(body, **parts).lines


def test_a_paragraph_is_a_line_and_a_heading_has_its_marks() -> None:
    made = docx.Document()
    made.add_heading("伊河州人民政府公报", 0)
    made.add_heading("州人民政府文件", 2)
    made.add_paragraph("各县市人民政府：")
    saved = io.BytesIO()
    made.save(saved)
    text = read_docx("公报.docx", saved.getvalue())
    assert text.lines == ["# 伊河州人民政府公报", "## 州人民政府文件", "各县市人民政府："]
    assert text.format == "docx"
    assert text.problems == ()


def test_a_heading_is_known_by_its_outline_level_also_by_way_of_the_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="公文标题"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="小标题"/><w:basedOn w:val="a"/></w:style>'
    )
    assert lines(p("关于公文的通知", props='<w:pStyle w:val="b"/>'), styles=styles) == ["## 关于公文的通知"]


def test_a_title_broken_over_lines_is_one_heading_and_any_other_break_is_a_new_line() -> None:
    broken = "关于<w:br/>公文的通知".replace("<w:br/>", "</w:t><w:br/><w:t>")
    made = p(r(broken), props='<w:outlineLvl w:val="0"/>') + p(r(broken))
    assert lines(made) == ["# 关于公文的通知", "关于", "公文的通知"]


@pytest.mark.parametrize("ind", ['w:firstLineChars="200"', 'w:firstLine="640"'])
def test_a_first_line_that_stands_in_is_marked_as_plain_texts_mark_it(ind: str) -> None:
    assert lines(p("第一段。", props=f"<w:ind {ind}/>")) == ["　　第一段。"]
    assert lines(p("　　已有空格。", props=f"<w:ind {ind}/>")) == ["　　已有空格。"]


def test_a_hanging_or_centred_line_does_not_stand_in() -> None:
    hanging = p("抄送：", props='<w:ind w:left="640" w:hanging="640"/>')
    centred = p("公告", props='<w:ind w:firstLine="640"/><w:jc w:val="center"/>')
    assert lines(hanging + centred) == ["抄送：", "公告"]


def test_a_tab_in_a_paragraph_makes_no_table_of_it() -> None:
    assert lines(p("签发人：", tab(), "某人")) == ["签发人：　某人"]
    assert lines(p(tab(), "第一段。")) == ["　　第一段。"]


def test_a_page_number_in_the_contents_stays_apart_with_the_leader_that_is_printed() -> None:
    dotted = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8300"/></w:tabs>'
    assert lines(p("关于公文的通知", tab(), "3", props=dotted)) == ["关于公文的通知……3"]
    assert lines(p("关于公文的通知", tab(), "(12)")) == ["关于公文的通知\t(12)"]


def test_tracked_changes_are_read_as_accepted() -> None:
    changed = p(
        "共",
        "<w:del><w:r><w:delText>五</w:delText></w:r></w:del><w:ins><w:r><w:t>六</w:t></w:r></w:ins>",
        "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo>",
        "条",
    )
    assert lines(changed) == ["共六新条"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next_one() -> None:
    assert lines(p("前一半", props="<w:rPr><w:del/></w:rPr>") + p("后一半。")) == ["前一半后一半。"]


def test_hidden_text_and_soft_hyphens_are_not_read_and_a_page_number_hidden_on_the_web_is() -> None:
    made = p(
        "公",
        r("密", "<w:vanish/>"),
        "<w:r><w:softHyphen/></w:r>",
        r("开", '<w:vanish w:val="0"/>'),
        r("9", "<w:webHidden/>"),
    )
    assert lines(made) == ["公开9"]


def test_text_hidden_by_its_style_is_not_read() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="x"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    assert lines(p("公", r("密", '<w:rStyle w:val="x"/>')), styles=styles) == ["公"]


def test_a_field_is_read_by_its_result_and_not_by_its_code() -> None:
    assert lines(p("第", field("PAGE", "3"), "页")) == ["第3页"]
    assert lines(p(field("TOC \\o", f"标题{'</w:t></w:r>'}{field('PAGEREF a', '7')}<w:r><w:t>"))) == ["标题7"]
    assert lines(p('<w:fldSimple w:instr="DATE"><w:r><w:t>2021年</w:t></w:r></w:fldSimple>')) == ["2021年"]


def test_a_field_may_reach_over_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    made = p(begin, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "甲") + p("乙")
    made += p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "丙")
    assert lines(made) == ["甲", "乙", "丙"]


def test_a_circled_number_that_only_a_field_code_holds_is_read() -> None:
    assert lines(p(field("eq \\o\\ac(○,3)", None), "某项")) == ["③某项"]


def test_content_controls_are_looked_through_and_their_prompts_left_out() -> None:
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('目录')}{p('甲', tab(), '1')}</w:sdtContent></w:sdt>"
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</w:t></w:r></w:sdtContent></w:sdt>"
    assert lines(held + p("文号", prompt)) == ["目录", "甲\t1", "文号"]


def test_a_text_box_is_read_once_behind_its_paragraph_and_named_for_its_place() -> None:
    text = read(p("正文。", text_box("第1号", "总第55期")) + p("下文。"))
    assert text.lines == ["正文。", "", "第1号", "总第55期", "", "下文。"]
    [problem] = text.problems
    assert (problem.code, problem.severity, problem.lines, problem.quote) == (
        "text-box",
        "note",
        [[3, 4]],
        "第1号",
    )


def test_lettering_set_as_a_picture_is_read() -> None:
    assert lines(p('<w:r><w:pict><v:shape><v:textpath string="伊河公报"/></v:shape></w:pict></w:r>')) == [
        "伊河公报"
    ]


def test_a_picture_is_named_because_its_words_are_not_read() -> None:
    text = read(p("附图") + p('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'))
    [problem] = text.problems
    assert problem.code == "picture"
    assert problem.lines == [[2, 2]]
    assert "1 幅图片" in problem.message


def test_notes_stand_behind_the_paragraph_that_names_them_with_their_marks() -> None:
    made = p("按规定", '<w:r><w:footnoteReference w:id="2"/></w:r>', "执行。") + p(
        "下一段。", '<w:r><w:endnoteReference w:id="1"/></w:r>'
    )
    footnotes = f'<w:footnote w:type="separator" w:id="0">{p("x")}</w:footnote><w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", "见条例。")}</w:footnote>'
    endnotes = f'<w:endnote w:id="1">{p("另见。")}</w:endnote>'
    assert lines(made, footnotes=footnotes, endnotes=endnotes) == [
        "按规定（注1）执行。", "注1：见条例。", "下一段。（尾注1）", "尾注1：另见。",
    ]  # fmt: skip


def test_a_heading_keeps_the_mark_of_its_note_out_of_the_title() -> None:
    made = p(
        "关于公文的通知", '<w:r><w:footnoteReference w:id="1"/></w:r>', props='<w:outlineLvl w:val="0"/>'
    )
    found = lines(made, footnotes=f'<w:footnote w:id="1">{p("已修改。")}</w:footnote>')
    assert found == ["# 关于公文的通知", "注1：已修改。"]


def test_the_strict_variant_of_the_format_is_read_too() -> None:
    document = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
    document += "<w:body><w:p><w:r><w:t>正文。</w:t></w:r></w:p></w:body></w:document>"
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()}
    assert read_docx("a.docx", packed(parts)).lines == ["正文。"]
