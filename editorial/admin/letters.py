"""What citizens send, in the admin: to be answered, never changed or deleted."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.addresses import site
from editorial.admin.base import DeskMixin
from editorial.admin.fields import ProseField
from editorial.admin.versioned import VersionedForm
from editorial.flows.answering import answered
from portal.models import Correction, Message, Opinion
from portal.models.message import BY_URGENCY, OPEN


class AnswerForm(VersionedForm):
    answer = ProseField(
        label=gettext_lazy("答复"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("来信人凭编号看到答复。不要写联系方式和其他个人信息。"),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("state") not in (None, *OPEN) and not cleaned.get("answer"):
            raise ValidationError({"answer": _("已答复或者不予采纳的，要写明答复。")})
        return cleaned


class DueFilter(admin.SimpleListFilter):
    title = gettext_lazy("期限")
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("overdue", _("已超期")), ("waiting", _("待办"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet:
        match self.value():
            case "overdue":
                return queryset.overdue()
            case "waiting":
                return queryset.waiting()
        return queryset


class LetterAdmin(DeskMixin, admin.ModelAdmin):
    """`contact_permission` is what shows how to reach the sender."""

    form = AnswerForm
    view_on_site = False
    list_per_page = 50
    list_filter = ["state", DueFilter]
    search_fields = ["number", "text"]
    search_help_text = gettext_lazy("按编号或内容查找")
    own: list[str] = []
    contact_permission = ""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return self.model._default_manager.by_urgency()

    def get_ordering(self, request: HttpRequest) -> Any:
        return list(BY_URGENCY)

    def get_fields(self, request: HttpRequest, obj: Message | None = None) -> Any:
        shown = ["version", "number", "received_at", "deadline", *self.own, "text"]
        contact = ["contact"] if request.user.has_perm(self.contact_permission) else []
        return [*shown, *contact, "state", "answer", "answered_by", "answered_at"]

    def get_readonly_fields(self, request: HttpRequest, obj: Message | None = None) -> list[str]:
        return [name for name in self.get_fields(request, obj) if name not in {"version", "state", "answer"}]

    @admin.display(description=gettext_lazy("办理期限"), ordering="due_on")
    def deadline(self, message: Message) -> SafeString | str:
        if message.is_overdue():
            return format_html('{} <strong class="overdue">{}</strong>', message.due_on, _("已超期"))
        return str(message.due_on)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Message, form: Any, change: bool) -> None:
        if form.has_changed():
            answered(obj, request.user)
        super().save_model(request, obj, form, change)


@admin.register(Correction)
class CorrectionAdmin(LetterAdmin):
    list_display = ["number", "page", "kind", "state", "deadline"]
    list_filter = ["state", DueFilter, "kind"]
    search_fields = ["number", "text", "page"]
    own = ["where", "kind"]
    contact_permission = "portal.view_correction_contact"

    @admin.display(description=gettext_lazy("网页"))
    def where(self, correction: Correction) -> SafeString | str:
        """The page, as a link where this host knows where the readers' site is."""
        host = site()
        if not host and settings.PORTAL_SITE != "all":
            return correction.page
        return format_html('<a href="{}{}">{}</a>', host, correction.page, correction.page)


@admin.register(Opinion)
class OpinionAdmin(LetterAdmin):
    list_display = ["number", "beginning", "state", "deadline"]
    contact_permission = "portal.view_opinion_contact"

    @admin.display(description=gettext_lazy("内容"))
    def beginning(self, opinion: Opinion) -> str:
        return opinion.text[:40]
