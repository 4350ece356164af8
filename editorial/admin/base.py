"""What the admin pages of guarded records share."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.forms import BaseModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.closed import TECHNICAL, closed, worded
from editorial.audit import records_about
from editorial.guard import may_edit
from gazette.models.source import Sourced


class GuardedMixin:
    """Closes what editorial.guard closes, for the page of a record and for its inlines alike."""

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        # A form that was opened before its record was published still comes in, so that its page can
        # say so and keep what was typed; VersionedForm refuses it.
        allowed = super().has_change_permission(request, obj)  # type: ignore[misc]
        return allowed and (request.method == "POST" or may_edit(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_delete_permission(request, obj) and may_edit(obj)  # type: ignore[misc]


class DeskMixin:
    """Pages named after their records, and a history that is the audit trail, which knows more than Django's."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = {"title": self.model._meta.verbose_name_plural}  # type: ignore[attr-defined]
        return super().changelist_view(request, {**title, **(extra_context or {})})  # type: ignore[misc]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        name = self.model._meta.verbose_name  # type: ignore[attr-defined]
        title = {"title": name if object_id else _("增加%(name)s") % {"name": name}}
        context = {**title, **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)  # type: ignore[misc]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        model: type[Model] = self.model  # type: ignore[attr-defined]
        # Django's get_object also knows an id that is no number.
        record = self.get_object(request, object_id)  # type: ignore[attr-defined]
        if record is None:
            raise Http404
        if not self.has_view_permission(request, record):  # type: ignore[attr-defined]
            return self._get_obj_does_not_exist_redirect(request, model._meta, object_id)  # type: ignore[attr-defined]
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "title": _("操作记录"),
            "subtitle": str(record),
            "opts": model._meta,
            "object": record,
            "records": records_about(record)[:500],
        }
        return TemplateResponse(request, "admin/editorial/history.html", context)


class RecordAdmin(GuardedMixin, DeskMixin, admin.ModelAdmin):
    """The admin of a record that was read from a source and may be corrected."""

    view_on_site = False
    list_per_page = 50

    @admin.display(description=gettext_lazy("来稿"))
    def origin(self, record: Any) -> str:
        if record.source_id is None or record.source is None:
            return ""
        link = reverse("admin:gazette_source_change", args=[record.source_id])
        first = record.source_lines[0][0] if record.source_lines else 1
        text = _("%(name)s 第%(lines)s行") % {"name": record.source.name, "lines": record.lines_label}
        return format_html('<a href="{}#L{}">{}</a>', link, first, text)

    @admin.display(description=gettext_lazy("编辑改过的项"))
    def edited(self, record: Any) -> str:
        names = {field.name: str(field.verbose_name) for field in self.model._meta.fields}
        # What stands in records of its own has no field here.
        names |= {"blocks": _("正文"), "body": _("正文"), "attachments": _("附件"), "row_lines": _("表格行")}
        return "、".join(names.get(name, name) for name in record.edited_fields)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return closed(fieldsets, self.model, self.form)

    def save_model(self, request: HttpRequest, obj: Any, form: BaseModelForm, change: bool) -> None:
        mark_edited(obj, form)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for each in formset.forms:
            if each.has_changed():
                mark_edited(each.instance, each)
        super().save_formset(request, form, formset, change)


def mark_edited(record: Model, form: BaseModelForm) -> None:
    """Note on the record which of its fields the editor has set by this form."""
    if isinstance(record, Sourced):
        record.mark_edited([name for name in form.changed_data if name not in {*TECHNICAL, "DELETE"}])


class GuardedInline(GuardedMixin, admin.options.InlineModelAdmin):
    """Parts in the form of their record: as closed as the record is."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        allowed = super().has_add_permission(request, obj)
        return allowed and (request.method == "POST" or may_edit(obj))

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_change_permission(request, obj):
            return fieldsets
        return closed(fieldsets, self.model, self.form)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:
        given = super().get_readonly_fields(request, obj)
        if self.has_change_permission(request, obj):
            return given
        return [*given, *worded(self.get_fieldsets(request, obj))]
