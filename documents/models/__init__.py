"""Policy documents (文件) with their body, attachments and what they say of other documents."""

from documents.models.block import Attachment, Block, BlockKind
from documents.models.citation import Citation, CitationRelation
from documents.models.document import Document, DocumentKind, FormerAddress
from documents.models.figure import Figure, FigureFormat
from documents.models.register import Direction, RegisterEntry
from documents.models.topic import Topic
from documents.models.translation import Translation

__all__ = [
    "Attachment",
    "Block",
    "BlockKind",
    "Citation",
    "CitationRelation",
    "Direction",
    "Document",
    "DocumentKind",
    "Figure",
    "FigureFormat",
    "FormerAddress",
    "RegisterEntry",
    "Topic",
    "Translation",
]
