"""Errata (更正) in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.fields import DayField, ProseField
from editorial.admin.standing import StandingAdmin
from editorial.admin.versioned import VersionedForm
from editorial.views.standing import publish_erratum, withdraw_erratum
from portal.models import Erratum


class ErratumForm(VersionedForm):
    printed = ProseField(
        label=gettext_lazy("原文"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("照印错的写"),
    )
    correct = ProseField(label=gettext_lazy("更正为"), widget=forms.Textarea(attrs={"rows": 3}))
    dated_on = DayField(label=gettext_lazy("更正日期"))

    class Meta:
        model = Erratum
        fields = "__all__"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "dated_on" in self.fields:
            self.fields["dated_on"].required = True

    def clean(self) -> dict[str, Any]:
        """A document that an issue holds is corrected there; an entry stands in the issue that is named."""
        cleaned = super().clean()
        document, entry = cleaned.get("document"), cleaned.get("entry")
        if document and document.entry:
            cleaned["document"], entry = None, entry or document.entry
        if entry and cleaned.get("issue") not in (None, entry.issue):
            raise ValidationError(_("这个目录条目不在所选的那一期里。"))
        if entry:
            cleaned["entry"], cleaned["issue"] = entry, entry.issue
        return cleaned


@admin.register(Erratum)
class ErratumAdmin(StandingAdmin):
    form = ErratumForm
    list_display = ["printed", "correct", "about", "dated_on", "state_label"]
    list_select_related = ["issue__publication", "entry", "document"]
    search_fields = ["printed", "correct", "entry__title", "document__title"]
    search_help_text = gettext_lazy("按原文、更正或标题查找")
    autocomplete_fields = ["issue", "entry", "document"]
    readonly_fields = ["state_label"]
    fields = [
        "version",
        "issue",
        "entry",
        "document",
        ("printed_page", "place"),
        "printed",
        "correct",
        "dated_on",
        "state_label",
    ]
    steps = {"publish": publish_erratum, "withdraw": withdraw_erratum}

    @admin.display(description=gettext_lazy("刊登处"))
    def about(self, erratum: Erratum) -> str:
        return str(erratum.entry or erratum.issue or erratum.document)
