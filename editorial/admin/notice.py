"""Notices of appointment in the admin."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.models import AppointmentNotice
from editorial.admin.appointments import AppointmentInline
from editorial.admin.fields import DayField
from editorial.admin.room import RoomAdmin, RoomForm
from editorial.flows.ordering import renumber
from gazette.models import Entry


class NoticeForm(RoomForm):
    issued_on = DayField(label=gettext_lazy("任免日期"), help_text=gettext_lazy("原刊没有印日期的不填"))

    class Meta:
        model = AppointmentNotice
        fields = "__all__"


@admin.register(AppointmentNotice)
class NoticeAdmin(RoomAdmin):
    form = NoticeForm
    inlines = [AppointmentInline]
    ordering = ["-entry__issue__year", "-entry__issue__number", "entry__position", "pk"]
    list_display = ["title", "doc_number", "issuer", "issued_on", "people", "issue_label", "state"]
    list_filter = ["entry__issue__publication", ("issued_on", admin.DateFieldListFilter)]
    search_fields = ["title", "doc_number", "appointments__official__name", "appointments__post__name"]
    search_help_text = gettext_lazy("按标题、文号、姓名或职务查找")
    own_fields = ["title", ("doc_number", "issuer", "issued_on")]

    class Media:
        js = ["editorial/suggest.js"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(people_total=Count("appointments", distinct=True))

    @admin.display(description=gettext_lazy("人次"))
    def people(self, notice: Any) -> int:
        return int(notice.people_total)

    def taken_from(self, entry: Entry) -> dict[str, Any]:
        return {"title": entry.title, "doc_number": entry.doc_number}

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        renumber(form.instance.appointments.all())
        for record in (made for rows in formsets for row in rows.forms for made in row.made):
            said = {"kind": record._meta.verbose_name, "name": record}
            messages.info(request, _("新建了%(kind)s“%(name)s”。") % said)
