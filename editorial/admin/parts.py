"""Attachments and citations in the form of a document."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from documents.models import Attachment, Citation
from editorial.admin.base import GuardedInline
from editorial.admin.formset import PartsFormSet


class AttachmentFormSet(PartsFormSet):
    """An attachment with text in it is not deleted by a tick: the text would go with it."""

    def clean(self) -> None:
        super().clean()
        for form in self.deleted_forms:
            count = form.instance.blocks.count() if form.instance.pk else 0
            if count:
                raise ValidationError(
                    _("“%(title)s”里还有%(count)s段文字，请先移到别处或者删除，再删附件。")
                    % {"title": form.instance.title, "count": count}
                )


class AttachmentInline(GuardedInline, admin.TabularInline):
    model = Attachment
    formset = AttachmentFormSet
    fields = ["position", "label", "title"]


class CitationForm(forms.ModelForm):
    def clean(self) -> dict[str, Any] | None:
        if not (self.cleaned_data.get("doc_number") or self.cleaned_data.get("title")):
            raise ValidationError(_("引用要写明发文字号；没有字号的写标题。"))
        return super().clean()


class CitationInline(GuardedInline, admin.TabularInline):
    model = Citation
    form = CitationForm
    formset = PartsFormSet
    fields = ["relation", "doc_number", "title"]
