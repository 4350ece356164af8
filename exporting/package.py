"""The docx file itself: the same parts give the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

# What the template brings along and the gazette has no use for.
UNUSED = {
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.NUMBERING,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
# The first day that a zip file knows: the moment of writing is no part of the content.
EPOCH = (1980, 1, 1, 0, 0, 0)


def bytes_of(document: Document) -> bytes:
    """The document as a file; its zip names no time and no machine."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype in UNUSED]:
            del rels[key]
    saved, made = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            info = ZipInfo(name, EPOCH)
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            new.writestr(info, old.read(name))
    return made.getvalue()
