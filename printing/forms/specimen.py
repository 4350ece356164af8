"""A document and a notice of placeholders, for a gazette that has printed nothing yet. They say that they are."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils import translation

from appointments.models import Action, AppointmentNotice
from documents.models import Block, BlockKind, Document, DocumentKind
from gazette.models import Publication
from printing.blocks import runs
from printing.forms.choice import styles_for
from printing.forms.notice import set_notice
from printing.forms.official import set_document
from printing.forms.provenance import Provenance
from printing.manuscript import Manuscript
from printing.parts.documents import PrintedDocument
from printing.parts.notices import Group, PrintedNotice
from printing.parts.part import Part

WORD = "样张"
NOTHING = "这是样张上的占位文字，只用来看版式，不是文件，也不是哪个机关发布的内容。"
TAKEN = Provenance("", WORD, "样张，不是文件", "样张：只用来看版式，不是文件。")


def document_specimen(publication: Publication, *, official: bool) -> Manuscript:
    """A document of placeholders in the form of an official document or in the gazette's own layout."""
    document = Document(
        publication=publication,
        title="文件标题（样张）",
        doc_number="发文字号（样张）",
        kind=DocumentKind.NOTICE,
        issuer="发文机关（样张）",
        addressee="主送机关（样张）：",
    )
    if official:
        with translation.override("zh-hans"):
            return set_document(document, _blocks(), [], TAKEN)
    return _in_gazette(publication, PrintedDocument(document.title, document, runs(_blocks()), []))


def notice_specimen(publication: Publication, *, official: bool) -> Manuscript:
    """A notice of placeholders, as `document_specimen`."""
    notice = AppointmentNotice(
        title="任免通知标题（样张）", doc_number="文号（样张）", issuer="任免机关（样张）"
    )
    groups = [
        Group(str(Action.APPOINT.label), ["姓名甲同志任职务一（样张）；", "姓名乙同志任职务二（样张）。"]),
        Group(str(Action.REMOVE.label), ["免去姓名丙同志职务三（样张）职务。"]),
    ]
    if official:
        with translation.override("zh-hans"):
            return set_notice(notice, groups, TAKEN)
    return _in_gazette(publication, PrintedNotice(notice.title, notice, groups))


def _in_gazette(publication: Publication, part: Part) -> Manuscript:
    with translation.override("zh-hans"):
        text = render_to_string("printing/part.html", {"part": part, "heading": WORD})
    styles = styles_for(publication)
    return Manuscript(part.title, (text,), gazette=publication.name, number=WORD, styles=styles)


def _blocks() -> Sequence[Block]:
    kinds = BlockKind
    return [
        Block(kind=kind, level=level, label=label, text=text)
        for kind, level, label, text in (
            (kinds.PARAGRAPH, 0, "", NOTHING),
            (kinds.HEADING, 2, "一、", "第一层标题"),
            (kinds.PARAGRAPH, 0, "", NOTHING * 3),
            (kinds.HEADING, 3, "（一）", "第二层标题"),
            (kinds.PARAGRAPH, 0, "", NOTHING * 2),
            (kinds.ITEM, 4, "1.", f"第三层。{NOTHING * 2}"),
            (kinds.HEADING, 2, "二、", "又一个第一层标题"),
            (kinds.PARAGRAPH, 0, "", NOTHING * 4),
            (kinds.SIGNATURE, 0, "", "发文机关（样张）\n××××年×月×日"),
        )
    ]
