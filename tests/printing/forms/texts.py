"""Documents of an invented prefecture, made without a database."""

from documents.models import Attachment, Block, BlockKind, Document, DocumentKind
from gazette.models import Publication
from printing.compositor import compose
from printing.forms.official import set_document
from printing.forms.provenance import Provenance

TAKEN = Provenance(
    "伊河州人民政府公报",
    "2021年第3号",
    "选自《伊河州人民政府公报》2021年第3号",
    "选自《伊河州人民政府公报》2021年第3号。按公文格式重排，不是文件原件。",
)
# No punctuation: every character of it fills its square.
SOLID = "春夏秋冬东西南北山川湖海日月星辰风霜雨雪江河草木花鸟虫鱼"


def document(kind: str = DocumentKind.NOTICE, **more: str) -> Document:
    told = {
        "title": "关于做好冬季供暖工作的通知",
        "doc_number": "伊河政发〔2021〕8号",
        "issuer": "伊河州人民政府",
        "addressee": "各县市人民政府：",
        **more,
    }
    return Document(publication=Publication(name="伊河州人民政府公报"), kind=kind, **told)


def paragraph(text: str) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text)


def heading(label: str, text: str, level: int = 2) -> Block:
    return Block(kind=BlockKind.HEADING, level=level, label=label, text=text)


def item(label: str, text: str, level: int = 4) -> Block:
    return Block(kind=BlockKind.ITEM, level=level, label=label, text=text)


def signature(text: str = "伊河州人民政府\n2021年4月8日") -> Block:
    return Block(kind=BlockKind.SIGNATURE, text=text)


def annex(label: str = "附件1", title: str = "供暖时间表", pk: int = 1) -> Attachment:
    return Attachment(pk=pk, label=label, title=title)


def pdf_of(made: Document, *blocks: Block, attachments: tuple[Attachment, ...] = ()) -> bytes:
    return compose(set_document(made, blocks, attachments, TAKEN)).pdf
