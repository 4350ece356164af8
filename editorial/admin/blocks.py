"""The text of a document in its form: one row of fields for each block."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.models import Attachment, Block, BlockKind
from editorial.admin.base import GuardedInline
from editorial.admin.choices import OneOf
from editorial.admin.fields import ProseField
from editorial.admin.quotation import QuotedFormSet, QuotedMixin
from editorial.admin.rows import RowsField, refuse_uneven


class BlockForm(forms.ModelForm):
    """A block; `attachments` are its document's, looked up once for all blocks."""

    text = ProseField(
        label=gettext_lazy("文字"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "placeholder": " "}),
    )
    rows = RowsField(label=gettext_lazy("表格"))
    attachment = OneOf(label=gettext_lazy("所在"))

    class Meta:
        model = Block
        fields = ["position", "kind", "level", "label", "attachment", "text", "rows"]
        widgets = {
            "position": forms.NumberInput(attrs={"min": 0}),
            "level": forms.NumberInput(attrs={"min": 0, "max": 5}),
        }

    def __init__(self, *args: Any, attachments: dict[int, Attachment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Absent where the form is only shown, to those who may not change it.
        if "attachment" in self.fields:
            self.initial["attachment"] = self.instance.attachment_id or ""
            cast(OneOf, self.fields["attachment"]).offer(attachments, _("正文"), _name)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        table = cleaned.get("kind") == BlockKind.TABLE
        if table and cleaned.get("text"):
            self.add_error("text", _("表格的内容写在“表格”栏里，这里不填。"))
        if not table and cleaned.get("rows"):
            self.add_error("rows", _("只有类型为“表格”的才填这一栏。"))
        return cleaned

    def clean_rows(self) -> list[list[str]]:
        if "rows" in self.changed_data:
            refuse_uneven(self.cleaned_data["rows"])
        return self.cleaned_data["rows"]

    def _get_validation_exclusions(self) -> set[str]:
        # The choices are this document's attachments already; to ask again costs a query a block.
        return {*super()._get_validation_exclusions(), "attachment"}  # type: ignore[misc]


class BlockFormSet(QuotedFormSet):
    """The blocks of one document, each with the lines of the source that it was read from."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        if not hasattr(self, "_attachments"):
            saved = self.instance.attachments.all() if self.instance.pk else []
            self._attachments = {each.pk: each for each in saved}
        return {**super().get_form_kwargs(index), "attachments": self._attachments}


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
                    "original_text",
                ]
            },
        )
    ]

    def get_queryset(self, request: Any) -> QuerySet:
        return super().get_queryset(request).select_related("attachment")


def _name(attachment: Attachment) -> str:
    return f"{attachment.label or _('附件')} {attachment.title}"[:40]
