"""The form of a document's own fields."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.addresses import is_taken, slug_for
from documents.models import Document
from editorial.admin.versioned import VersionedForm
from gazette.models import Entry


class DocumentForm(VersionedForm):
    renew_address = forms.BooleanField(
        label=gettext_lazy("网址随发文字号更新"),
        required=False,
        help_text=gettext_lazy("按上面的发文字号重新生成网址，旧网址自动转到新网址"),
    )

    class Meta:
        model = Document
        fields = "__all__"
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "addressee": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_title(self) -> str:
        """A title is one line, however the field wraps it."""
        return "".join(self.cleaned_data["title"].splitlines())

    def clean_entry(self) -> Entry | None:
        """Only what is not public moves, and not into what is: publishing and withdrawing take a second person."""
        entry: Entry | None = self.cleaned_data["entry"]
        if "entry" in self.changed_data:
            if entry and entry.issue.is_published:
                raise ValidationError(_("这个目录条目所在的一期已经发布，请先撤回那一期。"))
            if Document.objects.published().filter(pk=self.instance.pk).exists():
                raise ValidationError(_("这份文件已经发布，请先撤回，再改它的目录条目。"))
        return entry

    def clean(self) -> dict[str, Any]:
        self._refuse_end_before_beginning()
        self._clean_place()
        self._clean_address()
        return super().clean()

    def _refuse_end_before_beginning(self) -> None:
        begins, ends = (self.cleaned_data.get(name) for name in ("effective_on", "valid_until"))
        if isinstance(begins, datetime.date) and isinstance(ends, datetime.date) and ends < begins:
            raise ValidationError({"valid_until": _("有效期不能在施行日期以前结束。")})

    def _clean_place(self) -> None:
        entry = self.cleaned_data.get("entry")
        publication = self.cleaned_data.get("publication") or getattr(self.instance, "publication", None)
        if entry and publication and entry.issue.publication_id != publication.pk:
            self.add_error("entry", _("这个目录条目属于另一种公报。"))

    def _clean_address(self) -> None:
        """Make the address from the number where asked, or where there is none; it must be free."""
        slug = (self.cleaned_data.get("slug") or "").strip()
        if self.cleaned_data.get("renew_address") or not slug:
            slug = slug_for(self.cleaned_data.get("doc_number") or "")
        if not slug:
            self.add_error("slug", _("没有发文字号，不能生成网址，请填写。"))
        elif self._is_taken(slug):
            self.add_error("slug", _("网址“%(slug)s”属于另一份文件，请换一个。") % {"slug": slug})
        else:
            self.cleaned_data["slug"] = slug

    def _is_taken(self, slug: str) -> bool:
        publication = self.cleaned_data.get("publication") or getattr(self.instance, "publication", None)
        but = self.instance if self.instance.pk else None
        return publication is not None and is_taken(publication, slug, but=but)
