"""The names of fields and things as editors know them."""

from django.utils.translation import gettext_lazy as _

from gazette.models import SectionKind
from intake.reading import DocumentReading, Item, Reading

FIELDS = {
    "publication": _("公报"),
    "year": _("年份"),
    "number": _("期号"),
    "number_end": _("止于期号"),
    "serial": _("总期号"),
    "serial_end": _("止于总期号"),
    "frequency": _("刊期"),
    "published": _("出版日期"),
    "chief_editor": _("主编"),
    "deputy_editors": _("副主编"),
    "section": _("栏目"),
    "title": _("标题"),
    "doc_number": _("发文字号"),
    "page": _("页码"),
    "kind": _("文种"),
    "issuer": _("发文机关"),
    "addressee": _("主送机关"),
    "issued_on": _("成文日期"),
    "effective_on": _("施行日期"),
    "valid_until": _("有效期至"),
    "trial": _("试行"),
    "attachments": _("附件"),
    "cites": _("引用的文件"),
    "repeals": _("废止的文件"),
    "contents_entry": _("目录条目"),
    "body": _("正文"),
    "type": _("类型"),
    "level": _("层次"),
    "label": _("标号"),
    "text": _("文字"),
    "rows": _("表格行"),
    "person": _("姓名"),
    "action": _("任免"),
    "post": _("职务"),
    "note": _("备注"),
    "notice": _("文号"),
    "date": _("日期"),
    "officials": _("有关干部"),
    "direction": _("收发"),
    "held_on": _("召开日期"),
    "chair": _("主持人"),
    "period": _("月份"),
    "unit": _("单位"),
    "lines": _("原文行"),
    "seen": _("已看"),
}


def of_item(item: Item) -> str:
    """An item as the editor calls it: its kind and the beginning of its title."""
    kind = SectionKind(item.kind).label if item.kind in SectionKind.values else item.kind
    return f"{kind}“{short(item.title)}”"


def of_document(reading: Reading, document: DocumentReading) -> str:
    return of_item(reading.items[document.item])


def short(text: str, length: int = 24) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"
