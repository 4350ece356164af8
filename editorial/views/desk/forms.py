"""The forms in which what was read is corrected, one for each kind of thing."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.models.appointment import Action
from documents.models import DocumentKind
from documents.models.block import BlockKind
from documents.models.register import Direction
from editorial.admin.fields import ProseField
from editorial.admin.rows import RowsField, refuse_uneven
from editorial.views.desk.fields import (
    IsoDayField,
    IsoMonthField,
    ListField,
    NumberField,
    OfficialsField,
    WordsField,
)
from intake.editing.names import FIELDS

AREA: dict[str, Any] = {"widget": forms.Textarea(attrs={"rows": 2})}


def _named(name: str, **given: Any) -> dict[str, Any]:
    return {"label": FIELDS[name], **given}


class PartForm(forms.Form):
    """Fields named as those of the reading; `changed` are the values that the editor set."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "f_%s", "label_suffix": "", **kwargs})

    def changed(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.changed_data}


class MastheadForm(PartForm):
    publication = forms.CharField(**_named("publication", max_length=100))
    year = forms.IntegerField(**_named("year", min_value=1900, max_value=2999))
    number = forms.IntegerField(**_named("number", min_value=1, max_value=32_767))
    number_end = forms.IntegerField(
        **_named("number_end", min_value=1, max_value=32_767),
        help_text=gettext_lazy("单期与期号相同；合刊填后一个期号"),
    )
    serial = NumberField(**_named("serial"))
    serial_end = NumberField(**_named("serial_end"))
    frequency = WordsField(**_named("frequency", max_length=20))
    published = IsoMonthField(
        **_named("published"), or_day=True, help_text=gettext_lazy("只印年月的写“2018-03”")
    )
    chief_editor = WordsField(**_named("chief_editor", max_length=50))
    deputy_editors = ListField(**_named("deputy_editors"))
    text = ProseField(label=gettext_lazy("其他刊头文字"), required=False, **AREA)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for name in ("number", "serial"):
            first, last = given.get(name), given.get(f"{name}_end")
            if first and last and last < first:
                self.add_error(f"{name}_end", _("不能小于前一个期号。"))
        return given


class EntryForm(PartForm):
    section = forms.CharField(**_named("section", max_length=50, required=False))
    title = forms.CharField(**_named("title", max_length=300), **AREA)
    doc_number = WordsField(**_named("doc_number", max_length=100))
    page = WordsField(**_named("page", max_length=20))


class ItemForm(PartForm):
    """A notice, a chronicle, a register …: what it is called, and who issues it."""

    contents_entry = forms.TypedChoiceField(
        **_named("contents_entry", required=False, coerce=int, empty_value=None)
    )
    title = forms.CharField(**_named("title", max_length=300), **AREA)
    doc_number = WordsField(**_named("doc_number", max_length=100))

    def __init__(self, *args: Any, contents: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["contents_entry"]
        field.choices = [("", _("目录里没有")), *contents]  # type: ignore[attr-defined]


class NoticeForm(ItemForm):
    issuer = WordsField(label=gettext_lazy("任免机关"), max_length=200)
    issued_on = IsoDayField(label=gettext_lazy("任免日期"))


class DocumentForm(ItemForm):
    kind = forms.TypedChoiceField(
        **_named("kind", required=False, empty_value=None),
        choices=[("", _("不明")), *((str(label), label) for label in DocumentKind.labels)],
    )
    issuer = WordsField(
        **_named("issuer", max_length=200), help_text=gettext_lazy("照落款填写；几个机关联合发文用顿号隔开")
    )
    addressee = WordsField(**_named("addressee"), **AREA)
    issued_on = IsoDayField(**_named("issued_on"))
    effective_on = IsoDayField(**_named("effective_on"))
    valid_until = IsoDayField(**_named("valid_until"), help_text=gettext_lazy("最后一个有效日"))
    trial = forms.BooleanField(**_named("trial", required=False))
    attachments = ListField(
        **_named("attachments"), help_text=gettext_lazy("一行一个标题：先是正文里印出的，后是只有说明的。")
    )
    cites = ListField(**_named("cites"))
    repeals = ListField(**_named("repeals"))

    def clean_addressee(self) -> str | None:
        text = self.cleaned_data["addressee"]
        return "".join(text.splitlines()) if text else None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        begins, ends = given.get("effective_on"), given.get("valid_until")
        if begins and ends and ends < begins:
            self.add_error("valid_until", _("有效期不能在施行日期以前。"))
        return given


class BlockForm(PartForm):
    # A reading has no pictures: they come in once there is a document.
    type = forms.ChoiceField(
        **_named("type"),
        choices=[
            *((kind, name) for kind, name in BlockKind.choices if kind != BlockKind.FIGURE),
            ("attachment", gettext_lazy("附件标题")),
        ],
    )
    level = forms.IntegerField(
        **_named("level", min_value=0, max_value=5),
        help_text=gettext_lazy("1 标题，2 章、一、，3 条、（一），4 1.，5 （1），0 无"),
    )
    label = forms.CharField(
        **_named("label", max_length=30, required=False), help_text=gettext_lazy("如“第一条”“（一）”“附件1”")
    )
    text = ProseField(**_named("text", required=False), widget=forms.Textarea(attrs={"rows": 5}))
    rows = RowsField(**_named("rows"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "rows" in given and given.get("type") != BlockKind.TABLE and given["rows"]:
            self.add_error("rows", _("只有类型为“表格”的才填这一栏。"))
        if given.get("type") != BlockKind.TABLE and not given.get("text") and not given.get("label"):
            self.add_error("text", _("文字不能空着。不要这一段，请用“移出”。"))
        return given

    def clean_rows(self) -> list[list[str]]:
        if "rows" in self.changed_data:
            refuse_uneven(self.cleaned_data["rows"])
        return self.cleaned_data["rows"]


class AppointmentForm(PartForm):
    person = forms.CharField(**_named("person", max_length=50))
    action = forms.ChoiceField(**_named("action"), choices=Action.choices)
    post = forms.CharField(**_named("post", max_length=200))
    note = forms.CharField(**_named("note", max_length=200, required=False))


class EventForm(PartForm):
    date = IsoDayField(**_named("date"))
    text = ProseField(**_named("text"), widget=forms.Textarea(attrs={"rows": 4}))
    officials = OfficialsField(**_named("officials"))


class RegisterForm(PartForm):
    direction = forms.ChoiceField(**_named("direction"), choices=Direction.choices)
    doc_number = forms.CharField(**_named("doc_number", max_length=100, required=False))
    title = forms.CharField(**_named("title", max_length=300), **AREA)


class MeetingForm(PartForm):
    title = forms.CharField(**_named("title", max_length=300), **AREA)
    number = NumberField(label=gettext_lazy("届次"), help_text=gettext_lazy("第几次会议"))
    held_on = IsoDayField(**_named("held_on"))
    chair = WordsField(**_named("chair", max_length=50))
    text = ProseField(**_named("text"), widget=forms.Textarea(attrs={"rows": 8}))


class TableForm(PartForm):
    title = forms.CharField(**_named("title", max_length=300), **AREA)
    period = IsoMonthField(**_named("period"))
    unit = WordsField(label=gettext_lazy("表上印的单位"), max_length=50)
    rows = RowsField(label=gettext_lazy("表格"), widget=forms.Textarea(attrs={"rows": 16}), required=True)

    def clean_rows(self) -> list[list[str]]:
        if "rows" in self.changed_data:
            refuse_uneven(self.cleaned_data["rows"])
        return self.cleaned_data["rows"]
