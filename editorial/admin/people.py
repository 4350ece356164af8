"""Officials and posts in the admin."""

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.models import Appointment, Official, Post
from editorial.admin.reference import ReferenceAdmin
from editorial.errors import NotAllowed
from editorial.flows.merging import is_closed, merge_officials
from editorial.guard import may_edit
from editorial.views.pages import change_url


@admin.register(Official)
class OfficialAdmin(ReferenceAdmin):
    # Counting in a query sets the model's own order aside.
    ordering = ["name", "distinction", "pk"]
    list_display = ["name", "distinction", "appointment_count", "event_count"]
    search_fields = ["name", "distinction"]
    search_help_text = gettext_lazy("按姓名查找")
    fields = ["name", "distinction"]
    actions = ["merge"]
    list_per_page = 100

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return (
            super()
            .get_queryset(request)
            .annotate(
                appointment_total=Count("appointments", distinct=True),
                event_total=Count("named", distinct=True),
            )
        )

    @admin.display(description=gettext_lazy("任免"), ordering="appointment_total")
    def appointment_count(self, official: Any) -> int:
        return int(official.appointment_total)

    @admin.display(description=gettext_lazy("要事"), ordering="event_total")
    def event_count(self, official: Any) -> int:
        return int(official.event_total)

    def get_readonly_fields(self, request: HttpRequest, obj: Official | None = None) -> list[str]:
        # Published pages show the name; another one is written in the notice or event itself.
        return ["name"] if obj and is_closed(obj) else []

    @admin.action(description=gettext_lazy("合并（同一个人）"), permissions=["change"])
    def merge(self, request: HttpRequest, chosen: QuerySet[Official]) -> HttpResponse | None:
        """Ask which of the chosen records is to stay; then merge the others into it."""
        kept = chosen.filter(pk=_number(request.POST.get("kept", ""))).first()
        if chosen.count() < 2:
            messages.error(request, _("请选择两位或几位其实是同一个人的干部。"))
            return None
        if kept is None:
            return self._ask_which_stays(request, chosen)
        try:
            merge_officials(kept, chosen.exclude(pk=kept.pk), cast(User, request.user))
        except NotAllowed as refusal:
            messages.error(request, str(refusal))
            return None
        messages.success(request, _("已合并为“%(official)s”。") % {"official": kept})
        return redirect(change_url(kept))

    def _ask_which_stays(self, request: HttpRequest, chosen: QuerySet[Official]) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("合并干部"),
            "opts": self.model._meta,
            "officials": chosen,
        }
        return TemplateResponse(request, "admin/editorial/merge_officials.html", context)


@admin.register(Post)
class PostAdmin(ReferenceAdmin):
    list_display = ["name", "body"]
    list_select_related = ["body"]
    list_filter = [("body", admin.EmptyFieldListFilter)]
    search_fields = ["name", "body__name"]
    search_help_text = gettext_lazy("按职务或机关查找")
    autocomplete_fields = ["body"]

    def get_readonly_fields(self, request: HttpRequest, obj: Post | None = None) -> list[str]:
        held = Appointment.objects.filter(post=obj).select_related("notice__entry__issue")
        return ["name"] if obj and any(not may_edit(each) for each in held) else []


def _number(text: str) -> int:
    """The number that was posted; 0, which no record has, where it is none."""
    return int(text) if text.isdecimal() else 0
