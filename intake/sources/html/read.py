"""A saved page → SourceText."""

import hashlib
import re
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree, html

from intake.errors import SourceError
from intake.reading import Problem
from intake.sources.html.chrome import take_off
from intake.sources.html.flow import Flow
from intake.sources.plain import decode
from intake.sources.text import SourceText

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w-]+)", re.I)
# What pages call GB 2312 or GBK holds characters of its successor.
_SUCCESSORS = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030"}
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_html(name: str, data: bytes) -> SourceText:
    """The main text of a page: a paragraph a line, headings with # marks, table rows with tabs.

    What was taken for the site's own furniture (navigation, foot) is named in a problem. Nothing that the
    page refers to is fetched. Raises SourceError where it has no text or cannot be decoded.
    """
    root = _tree(_decode(data))
    removed = take_off(root)
    flow = Flow()
    flow.read(root)
    lines = flow.lines()
    if not any(line.strip() for line in lines):
        raise SourceError(_("网页里没有正文。请在网页打开正文后，重新另存。"))
    return SourceText(
        name,
        data,
        "\n".join(lines),
        hashlib.sha256(data).hexdigest(),
        format="html",
        problems=_told(removed, lines),
    )


def _tree(text: str) -> Any:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as fault:
        raise SourceError(_("网页里没有正文。请在网页打开正文后，重新另存。")) from fault
    if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log):
        raise MemoryError
    # The parser leaves out what lies deeper than it goes; nothing is to be lost without a word.
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise SourceError(_("这个文件的内容嵌套太深，不能读入。"))
    return root


def _decode(data: bytes) -> str:
    """By the mark at its head, by what it says of itself, and else as any text."""
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    declared = _XML_ENCODING.search(data[:1024]) or _CHARSET.search(data[:8192])
    if declared:
        named = declared[1].decode("ascii").lower()
        try:
            return data.decode(_SUCCESSORS.get(named, named))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _told(removed: list[str], lines: list[str]) -> tuple[Problem, ...]:
    if not removed:
        return ()
    message = _("网页的导航、页脚等 %(count)d 处没有作为正文读入，请核对。") % {"count": len(removed)}
    first = next(n for n, line in enumerate(lines, 1) if line.strip())
    return (Problem("page-furniture", "note", message, [[first, first]], "；".join(removed)[:300]),)
