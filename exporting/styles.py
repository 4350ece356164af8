"""The look of the Word file: faces, sizes and styles, after GB/T 9704 in the sizes of a gazette."""

from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from exporting.wordml import TEXT_WIDTH, Element, element

# The faces that the standard names, and those that Word takes where they are not installed.
TITLE, TEXT, BLACK, KAI = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
FALLBACKS = {TITLE: "宋体", TEXT: "仿宋", BLACK: "SimHei", KAI: "楷体"}
LATIN = "Times New Roman"
RED = "C8102E"
# The measures of the page in millimetres: A4, and the text's 156 × 225 of the standard.
PAGE = (210, 297)
MARGINS = {"top": 37, "bottom": 35, "left": 28, "right": 26}


@dataclass(frozen=True)
class Style:
    """A paragraph's style; sizes and distances in points, indents in hundredths of a character."""

    id: str
    name: str
    face: str = TEXT
    size: float = 12
    align: str = "left"
    indent: int = 0
    hanging: int = 0
    right: int = 0
    before: float = 0
    after: float = 0
    line: float = 22
    outline: int | None = None
    bold: bool = False
    color: str = ""
    keep: bool = False
    edge: int = 0
    leader: str = "none"
    base: str = "Normal"


# Word knows "heading 1" and "toc 1" by these names: its navigation follows them.
STYLES = [
    Style("Masthead", "刊名", TITLE, 26, "center", before=90, after=24, line=40, color=RED),
    Style("IssueNumber", "期号", TITLE, 22, "center", before=24, line=36),
    Style("Dated", "出版日期", TEXT, 14, "center", line=30),
    Style("Imprint", "刊头文字", KAI, 12, "center", before=6),
    Style("Editors", "编辑人员", TEXT, 12, "center", before=6),
    Style("ContentsTitle", "目录标题", TITLE, 20, "center", after=12, line=32),
    Style("TOC1", "toc 1", BLACK, 12, before=6, after=2, line=20, color=RED, keep=True),
    Style("TOC2", "toc 2", TEXT, 12, hanging=100, line=20, edge=TEXT_WIDTH, leader="dot"),
    Style("ContentsNote", "目录说明", TEXT, 9, "center", line=14),
    Style("Heading1", "heading 1", BLACK, 14, "center", after=10, outline=0, color=RED, keep=True),
    Style("Heading2", "heading 2", TITLE, 20, "center", before=18, after=12, line=32, outline=1, keep=True),
    Style("Heading3", "heading 3", TITLE, 16, "center", before=18, after=10, line=26, outline=2, keep=True),
    Style("Heading4", "heading 4", BLACK, 12, indent=200, outline=3, keep=True),
    Style("Heading5", "heading 5", KAI, 12, indent=200, outline=4, keep=True),
    Style("Heading6", "heading 6", TEXT, 12, indent=200, outline=5, bold=True, keep=True),
    Style("Chapter", "章", BLACK, 12, "center", before=10, after=10, outline=3, keep=True, base="Heading4"),
    Style(
        "SectionOfChapter", "节", KAI, 12, "center", before=6, after=6, outline=4, keep=True, base="Heading5"
    ),
    Style("Group", "分组", BLACK, 14, "center", before=12, after=6, outline=2, keep=True, base="Heading3"),
    Style("DocNumber", "发文字号", TEXT, 12, "center", after=14, keep=True),
    Style("Addressee", "主送机关"),
    Style("BodyText", "正文文字", align="both", indent=200),
    Style("Member", "名单", hanging=400),
    Style("Signature", "落款", align="right", right=200, before=4),
    Style("Annex", "附件标号", BLACK, before=18, keep=True),
    Style("Period", "起止时间", KAI, align="center", keep=True),
    Style("Figure", "图", size=10.5, align="center", line=0, keep=True),
    Style("Unit", "计量单位", size=10.5, align="right", line=16, keep=True),
    Style("Cell", "表格文字", size=10.5, line=16),
    Style("CellHead", "表头", BLACK, 10.5, "center", line=16, keep=True),
    Style("CellShort", "表格短栏", size=10.5, align="center", line=16),
    Style("CellFigure", "表格数字", size=10.5, align="right", line=16),
    Style("Header", "header", TEXT, 9, line=14, edge=TEXT_WIDTH),
    Style("Footer", "footer", TEXT, 14, line=18),
]
# Runs of another face in a paragraph: the day of an event, the label of an article, a run-in heading.
RUN_STYLES = {"Strong": ("着重", BLACK), "Lead": ("段首", KAI)}


def dress(document: Document) -> None:
    """Put the styles and faces of a gazette in the place of the template's."""
    styles = document.styles.element
    for child in list(styles):
        if child.tag.rpartition("}")[2] in {"style", "docDefaults"}:
            styles.remove(child)
    styles.insert(0, _defaults())
    styles.append(_normal())
    styles.extend(_paragraph_style(style) for style in STYLES)
    styles.extend(_run_style(key, name, face) for key, (name, face) in RUN_STYLES.items())
    fonts = next(
        each.target_part
        for each in document.part.rels.values()
        if each.reltype == RELATIONSHIP_TYPE.FONT_TABLE
    )
    fonts._blob = etree.tostring(_font_table(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _defaults() -> Element:
    looks = element("rPr", _faces(TEXT), element("sz", val=24), element("szCs", val=24), _language())
    return element("docDefaults", element("rPrDefault", looks), element("pPrDefault", element("pPr")))


def _normal() -> Element:
    return element(
        "style",
        element("name", val="Normal"),
        element("qFormat"),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _faces(face: str) -> Element:
    return element("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=face, cs=LATIN)


def _language() -> Element:
    return element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")


def _paragraph_style(style: Style) -> Element:
    """The elements of a style in the schema's order."""
    shape = element("pPr")
    if style.keep:
        shape.extend([element("keepNext"), element("keepLines")])
    if style.edge:
        shape.append(element("tabs", element("tab", val="right", leader=style.leader, pos=style.edge)))
    shape.append(
        element(
            "spacing",
            before=round(style.before * 20),
            after=round(style.after * 20),
            line=round(style.line * 20),
            lineRule="atLeast",
        )
    )
    shape.append(_indents(style))
    shape.append(element("jc", val=style.align))
    if style.outline is not None:
        shape.append(element("outlineLvl", val=style.outline))
    looks = element("rPr", _faces(style.face))
    if style.bold:
        looks.append(element("b"))
    if style.color:
        looks.append(element("color", val=style.color))
    looks.extend([element("sz", val=round(style.size * 2)), element("szCs", val=round(style.size * 2))])
    return element(
        "style",
        element("name", val=style.name),
        element("basedOn", val=style.base),
        element("next", val="BodyText" if style.outline is not None else style.id),
        element("qFormat"),
        shape,
        looks,
        type="paragraph",
        styleId=style.id,
    )


def _indents(style: Style) -> Element:
    """Indents in characters, and in points for programs that know no characters."""
    made = element("ind", firstLineChars=0, firstLine=0) if not style.hanging else element("ind")
    for name, hundredths in (
        ("left", style.hanging),
        ("right", style.right),
        ("hanging", style.hanging),
        ("firstLine", style.indent),
    ):
        if hundredths:
            made.attrib.update(
                element(
                    "ind", **{f"{name}Chars": hundredths, name: round(hundredths * style.size / 5)}
                ).attrib
            )
    return made


def _run_style(key: str, name: str, face: str) -> Element:
    return element(
        "style",
        element("name", val=name),
        element("qFormat"),
        element("rPr", _faces(face)),
        type="character",
        styleId=key,
    )


def _font_table() -> Element:
    faces = [
        element(
            "font",
            element("altName", val=other),
            element("charset", val="86"),
            element("pitch", val="variable"),
            name=face,
        )
        for face, other in FALLBACKS.items()
    ]
    return element("fonts", *faces)
