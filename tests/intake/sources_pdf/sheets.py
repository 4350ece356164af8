"""PDFs as printers make them, for these tests: a page of HTML set by WeasyPrint, or page images."""

import io
from functools import cache

import pypdfium2
import weasyprint
from PIL import Image

STYLE = """
@page { size: A4; margin: 25mm 24mm; }
html { font: 12pt/20pt "Noto Serif CJK SC"; }
body, p, h1, h2, h3 { margin: 0; }
h1 { font-size: 22pt; line-height: 32pt; text-align: center; }
h2 { font-size: 16pt; line-height: 26pt; text-align: center; }
p { text-indent: 2em; text-align: justify; }
.flush { text-indent: 0; }
.right { text-indent: 0; text-align: right; }
.middle { text-indent: 0; text-align: center; }
.two { columns: 2; column-gap: 24pt; }
.three { columns: 3; column-gap: 18pt; }
table { border-collapse: collapse; width: 100%; font-size: 10pt; line-height: 14pt; }
td, th { border: .5pt solid; padding: 3pt; text-indent: 0; }
"""


@cache
def sheet(html: str, style: str = "") -> bytes:
    """The PDF of a piece of HTML in the style of a gazette."""
    pdf: bytes = weasyprint.HTML(string=f"<style>{STYLE}{style}</style>{html}").write_pdf()
    return pdf


def paragraph(subject: str, sentences: int = 6) -> str:
    """A paragraph whose sentences are numbered, so that their order can be told."""
    return "".join(
        f"关于{subject}的第{n}项工作要求各县市认真组织实施并按时报告。" for n in range(1, sentences + 1)
    )


def scan_of(pdf: bytes, dots_per_inch: int = 100) -> bytes:
    """The same pages as images, without text."""
    document = pypdfium2.PdfDocument(pdf)
    images: list[Image.Image] = [
        page.render(scale=dots_per_inch / 72).to_pil().convert("L") for page in document
    ]
    document.close()
    made = io.BytesIO()
    images[0].save(made, "PDF", save_all=True, append_images=images[1:], resolution=dots_per_inch)
    return made.getvalue()


def together(*pdfs: bytes) -> bytes:
    """The pages of several PDFs as one."""
    whole = pypdfium2.PdfDocument.new()
    for pdf in pdfs:
        whole.import_pages(pypdfium2.PdfDocument(pdf))
    made = io.BytesIO()
    whole.save(made)
    return made.getvalue()
