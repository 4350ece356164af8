"""Word files made for tests: a body in WordprocessingML, and the parts that it wants."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": W,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }.items()
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
PARTS = ("styles", "numbering", "footnotes", "endnotes")


def word(
    body: str,
    *,
    relationships: str = "",
    extra: dict[str, bytes] | None = None,
    main_type: str = "document.main",
    **parts: str,
) -> bytes:
    """A docx with this body. `parts` are the insides of styles, numbering, footnotes and endnotes."""
    held = "".join(
        f'<Relationship Id="{name}" Type="{_KINDS}{name}" Target="{name}.xml"/>'
        for name in PARTS
        if name in parts
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}{main_type}+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">'
        f'<Relationship Id="main" Type="{_KINDS}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONSHIPS}">{held}{relationships}</Relationships>',
    }
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {_NAMES}>{inside}</w:{name}>"
    return packed({name: text.encode() for name, text in files.items()} | (extra or {}))


def packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def p(*runs: str, props: str = "") -> str:
    """A paragraph; runs that are no XML become text."""
    return f"<w:p><w:pPr>{props}</w:pPr>{''.join(map(_run, runs))}</w:p>"


def r(text: str, props: str = "") -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _run(run: str) -> str:
    return run if run.startswith("<") else r(run)


def tab() -> str:
    return "<w:r><w:tab/></w:r>"


def field(code: str, result: str | None) -> str:
    """A field with its code, and with the result that Word keeps of it."""

    def turn(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    shown = "" if result is None else turn("separate") + r(result)
    return turn("begin") + f"<w:r><w:instrText>{code}</w:instrText></w:r>" + shown + turn("end")


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def tc(*texts: str, props: str = "") -> str:
    """A cell, a paragraph a text."""
    blocks = "".join(text if text.startswith("<w:") else p(text) for text in texts)
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{blocks}</w:tc>"


def text_box(*paragraphs: str) -> str:
    """A text box as Word writes it: the new drawing, and the old one for old programs."""
    content = f"<w:txbxContent>{''.join(map(p, paragraphs))}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def level(number: int, style: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}'


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    return p(text, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
