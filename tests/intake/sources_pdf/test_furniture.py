"""Running heads, feet and page numbers are left out, and it is said; nothing else is."""

from intake.sources.pdf import read_pdf
from tests.intake.sources_pdf.sheets import paragraph, sheet

STYLE = """
@page :left { @top-left { content: "伊河州人民政府公报" } @bottom-left { content: "— " counter(page) " —" } }
@page :right { @top-right { content: "2021年第3号" } @bottom-right { content: "·" counter(page) "·" } }
"""
PLAIN = "@page { @bottom-center { content: counter(page) } }"


def pages(*texts: str) -> str:
    return "".join(f"<div style='break-after: page'>{text}</div>" for text in texts)


def test_heads_and_page_numbers_of_left_and_right_pages_are_left_out() -> None:
    subjects = ("水利", "农业", "林业", "草原", "教育", "卫生")
    source = read_pdf("a.pdf", sheet(pages(*(f"<p>{paragraph(s)}</p>" for s in subjects)), STYLE))
    assert [line.strip("\u3000") for line in source.lines if line] == [paragraph(s) for s in subjects]
    said = [problem for problem in source.problems if problem.code == "page-furniture"]
    assert [problem.severity for problem in said] == ["note", "note"]
    assert "“伊河州人民政府公报”（3 页）" in said[0].message
    assert "“2021年第3号”（3 页）" in said[0].message
    assert "6 页的页码" in said[1].message


def test_bare_page_numbers_count_as_the_pages_do() -> None:
    source = read_pdf("a.pdf", sheet(pages(*(f"<p>{paragraph(s)}</p>" for s in "甲乙丙丁")), PLAIN))
    assert [line.strip("\u3000") for line in source.lines if line] == [paragraph(s) for s in "甲乙丙丁"]


def test_a_figure_that_does_not_count_stays() -> None:
    texts = (
        f"<p>{paragraph(s)}</p><p>{figure}</p>" for s, figure in zip("甲乙丙", (70, 15, 333), strict=True)
    )
    source = read_pdf("a.pdf", sheet(pages(*texts)))
    assert [line.strip("\u3000") for line in source.lines if line][1::2] == ["70", "15", "333"]
    assert not source.problems


def test_what_begins_several_pages_but_not_most_of_them_stays() -> None:
    """附件1, 附件2, 附件3 stand at the head of their pages, where others have text."""
    texts = [f"<p>{paragraph(s)}</p>" for s in "甲乙丙丁戊己"]
    texts += [f"<p class=flush>附件{n}</p><p>{paragraph('名单')}</p>" for n in (1, 2, 3)]
    source = read_pdf("a.pdf", sheet(pages(*texts)))
    assert [line for line in source.lines if line.startswith("附件")] == ["附件1", "附件2", "附件3"]
