"""A single document in the form of an official document (公文格式), after GB/T 9704-2012.

It is a reprint: every page says what it was taken from, and it never bears a seal.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from django.template.loader import render_to_string
from django.utils import translation

from documents.models import Attachment, Block, Document
from printing.blocks import PrintedBlock
from printing.faces.catalogue import FANG
from printing.faces.check import substituted
from printing.figures import images
from printing.forms.heads import head_of
from printing.forms.leaves import leaves_of
from printing.forms.provenance import Provenance, provenance
from printing.manuscript import Manuscript

STYLES = ("faces.css", "official.css")


def official_manuscript(document: Document) -> Manuscript:
    """The document, published or not, held by an issue or not. Raises PrintingError as `manuscript` does."""
    with translation.override("zh-hans"):
        blocks = list(document.blocks.select_related("figure").order_by("position", "pk"))
        attachments = list(document.attachments.order_by("position", "pk"))
        return set_document(document, blocks, attachments, provenance(document.publication, document.entry))


def set_document(
    document: Document, blocks: Sequence[Block], attachments: Sequence[Attachment], taken: Provenance
) -> Manuscript:
    """The manuscript of a document whose parts are given."""
    parts = tuple(_parts(document, blocks, attachments, taken))
    texts = [document.title, document.addressee, *(PrintedBlock(block).plain for block in blocks)]
    made = made_of(document.title, parts, taken, author=document.issuer, texts=texts)
    return replace(made, images=images(blocks))


def made_of(
    title: str, parts: tuple[str, ...], taken: Provenance, *, author: str, texts: Iterable[str]
) -> Manuscript:
    """A manuscript on the paper of official documents, with every character known to be printable."""
    made = Manuscript(
        f"{title} - {taken.gazette}{taken.number}",
        parts,
        gazette=taken.gazette,
        number=taken.number,
        author=author,
        dated=taken.dated,
        styles=STYLES,
    )
    made.warnings.extend(substituted(made.html, [(title, text) for text in texts], (FANG,)))
    return made


def _parts(
    document: Document, blocks: Sequence[Block], attachments: Sequence[Attachment], taken: Provenance
) -> Iterator[str]:
    found = leaves_of(blocks, attachments)
    head = head_of(document)
    for leaf in found.leaves:
        context = {
            "document": document,
            "leaf": leaf,
            "head": head if leaf is found.leaves[0] else None,
            "copies": found.copies,
            "taken": taken,
            "ends": leaf is found.leaves[-1],
        }
        yield render_to_string("printing/official/leaf.html", context)
