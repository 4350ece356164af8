"""Others that print the same text: Chromium the same HTML, typst the bare text, which is what can be hoped for."""

import os
import re
import sys
from html import unescape
from pathlib import Path

from benchmarks.sampling import Run, run
from printing.manuscript import STYLE_DIR, Manuscript

_MARKS = re.compile(r"([\\#$*_`<>@=\[\]~/+-])")
_BLOCK = re.compile(r"<(h[1-6]|p|td|th)\b[^>]*>(.*?)(?=<(?:/\1|h[1-6]|p|td|th|tr|div|table)\b)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_TYPST_HEAD = """
#set page(paper: "a4", columns: 2, numbering: "— 1 —", margin: (x: 24.5mm, top: 28mm, bottom: 26mm))
#set text(font: "Noto Serif CJK SC", size: 12pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: 2em, leading: 8pt, spacing: 8pt)
"""


def page_for_chromium(text: Manuscript, faces: dict[str, bytes], folder: Path) -> Path:
    """The manuscript as one page of HTML in a folder, with its style sheets and faces beside it."""
    folder.mkdir()
    for name in text.styles:
        (folder / name).write_bytes((STYLE_DIR / name).read_bytes())
    for name, data in {**faces, **text.images}.items():
        (folder / name).write_bytes(data)
    links = "".join(f'<link rel="stylesheet" href="{name}">' for name in text.styles)
    page = folder / "index.html"
    inner = f"{text.front}<main>{''.join(text.text)}{text.back}</main>"
    page.write_text(f'<!doctype html><html lang="zh-CN"><meta charset="utf-8">{links}<body>{inner}', "utf-8")
    return page


def chromium(page: Path, target: Path) -> Run:
    """Print to PDF, tagged, from its start to its end."""
    program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    profile = page.parent / "profile"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--export-tagged-pdf"]
    return run([program, *options, f"--user-data-dir={profile}", f"--print-to-pdf={target}", page.as_uri()])


def text_for_typst(text: Manuscript, place: Path) -> Path:
    """Headings and paragraphs; cells are paragraphs too."""
    blocks = [_TYPST_HEAD]
    for part in text.text:
        for tag, inner in _BLOCK.findall(part):
            words = _MARKS.sub(r"\\\1", unescape(_TAG.sub("", inner))).strip()
            if words:
                blocks.append(f"{'=' * int(tag[1])} {words}" if tag[0] == "h" else words)
    place.write_text("\n\n".join(blocks), "utf-8")
    return place


def typst(source: Path, target: Path) -> Run:
    script = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
    return run([sys.executable, "-c", script, str(source), str(target)])
