"""Files in the file (PDF/A-3, ISO 19005-3, 6.8): each once, with its relation to the pages."""

import hashlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from printing.compositor.binding.metadata import pdf_date
from printing.manuscript import Attached, Manuscript


def attach(pdf: pikepdf.Pdf, text: Manuscript) -> None:
    if not text.attached:
        return
    made = {each.name: pdf.make_indirect(_specification(pdf, each, text.dated)) for each in text.attached}
    names = Array()
    for name in sorted(made, key=lambda each: bytes(String(each))):
        names.extend([String(name), made[name]])
    if Name.Names not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(Dictionary(Names=names))
    pdf.Root.AF = Array(list(made.values()))


def _specification(pdf: pikepdf.Pdf, each: Attached, dated: str) -> Dictionary:
    stream = pikepdf.Stream(pdf, each.data, Type=Name.EmbeddedFile, Subtype=Name(f"/{each.media_type}"))
    stream.Params = Dictionary(Size=len(each.data), CheckSum=String(_sum(each.data)))
    if dated:
        stream.Params.ModDate = String(pdf_date(dated))
    return Dictionary(
        Type=Name.Filespec,
        F=String(each.name),
        UF=String(each.name),
        Desc=String(each.description),
        AFRelationship=Name(f"/{each.relationship}"),
        EF=Dictionary(F=stream, UF=stream),
    )


def _sum(data: bytes) -> bytes:
    """The PDF's own word for unharmed; nobody's proof of anything."""
    return hashlib.md5(data, usedforsecurity=False).digest()
