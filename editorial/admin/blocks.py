"""The text of a document in its form: one row of fields for each block."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.models import Attachment, Block, BlockKind, Figure
from editorial.admin.base import GuardedInline
from editorial.admin.choices import OneOf
from editorial.admin.fields import ProseField
from editorial.admin.quotation import QuotedFormSet, QuotedMixin
from editorial.admin.rows import RowsField, refuse_uneven
from editorial.admin.spans import SpansField


class BlockForm(forms.ModelForm):
    """A block; `attachments` and `figures` are its document's, looked up once for all blocks."""

    text = ProseField(
        label=gettext_lazy("文字"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "placeholder": " "}),
    )
    rows = RowsField(label=gettext_lazy("表格"))
    spans = SpansField(label=gettext_lazy("合并单元格"))
    attachment = OneOf(label=gettext_lazy("所在"))
    figure = OneOf(label=gettext_lazy("图片"))

    class Meta:
        model = Block
        fields = ["position", "kind", "level", "label", "attachment", "text", "rows", "spans", "figure"]
        widgets = {
            "position": forms.NumberInput(attrs={"min": 0}),
            "level": forms.NumberInput(attrs={"min": 0, "max": 5}),
        }

    def __init__(
        self,
        *args: Any,
        attachments: dict[int, Attachment],
        figures: dict[int, Figure],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        # Absent where the form is only shown, to those who may not change it.
        if "attachment" in self.fields:
            self.initial["attachment"] = self.instance.attachment_id or ""
            cast(OneOf, self.fields["attachment"]).offer(attachments, _("正文"), _name)
        if "figure" in self.fields:
            self.initial["figure"] = self.instance.figure_id or ""
            cast(OneOf, self.fields["figure"]).offer(figures, _("无"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        table = cleaned.get("kind") == BlockKind.TABLE
        if table and cleaned.get("text"):
            self.add_error("text", _("表格的内容写在“表格”栏里，这里不填。"))
        if not table and cleaned.get("rows"):
            self.add_error("rows", _("只有类型为“表格”的才填这一栏。"))
        if not table and cleaned.get("spans"):
            self.add_error("spans", _("只有类型为“表格”的才填这一栏。"))
        self._clean_figure(cleaned)
        return cleaned

    def _clean_figure(self, cleaned: dict[str, Any]) -> None:
        shown = cleaned.get("kind") == BlockKind.FIGURE
        if shown and not cleaned.get("figure") and "figure" not in self.errors:
            self.add_error("figure", _("请选择图片；还没有的，先在下面“图片”里上传。"))
        if not shown and cleaned.get("figure"):
            self.add_error("figure", _("只有类型为“图”的才选图片。"))

    def clean_rows(self) -> list[list[str]]:
        if "rows" in self.changed_data:
            refuse_uneven(self.cleaned_data["rows"])
        return self.cleaned_data["rows"]

    def _get_validation_exclusions(self) -> set[str]:
        # The choices are this document's attachments and figures already; to ask again costs a query a block.
        return {*super()._get_validation_exclusions(), "attachment", "figure"}  # type: ignore[misc]


class BlockFormSet(QuotedFormSet):
    """The blocks of one document, each with the lines of the source that it was read from."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        if not hasattr(self, "_attachments"):
            saved = self.instance.attachments.all() if self.instance.pk else []
            self._attachments = {each.pk: each for each in saved}
            figures = self.instance.figures.all() if self.instance.pk else []
            self._figures = {each.pk: each for each in figures}
        shared = {"attachments": self._attachments, "figures": self._figures}
        return {**super().get_form_kwargs(index), **shared}


class BlockInline(QuotedMixin, GuardedInline, admin.StackedInline):
    model = Block
    form = BlockForm
    formset = BlockFormSet
    ordering = ["position", "pk"]
    verbose_name = gettext_lazy("段")
    verbose_name_plural = gettext_lazy("正文和附件的文字")
    readonly_fields = ["original_text"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("position", "kind", "level", "label", "attachment"),
                    ("text", "rows"),
                    ("spans", "figure"),
                    "original_text",
                ]
            },
        )
    ]

    def get_queryset(self, request: Any) -> QuerySet:
        return super().get_queryset(request).select_related("attachment")


def _name(attachment: Attachment) -> str:
    return f"{attachment.label or _('附件')} {attachment.title}"[:40]
