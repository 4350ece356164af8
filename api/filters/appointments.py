import django_filters
from django.utils.translation import gettext_lazy as _
from django_filters.rest_framework import FilterSet

from api.filters.base import Day, Ordering, PrintedFilter, Text, Whole
from appointments.models import Action


class NoticeFilter(PrintedFilter):
    doc_number = Text(label=_("文号"))
    issued_from = Day(field_name="issued_on", lookup_expr="gte", label=_("任免日期从"))
    issued_to = Day(field_name="issued_on", lookup_expr="lte", label=_("任免日期到"))
    ordering = Ordering(
        issued_on=("issued_on", _("任免日期")), issue_year=("entry__issue__year", _("期的年份"))
    )


class AppointmentFilter(PrintedFilter):
    issue_path = "notice__entry__issue__"

    action = django_filters.ChoiceFilter(choices=Action.choices, label=_("任免"))
    official = Whole(label=_("干部，干部接口地址中的数字"))
    official_name = Text(field_name="official__name", label=_("干部姓名"))
    post = Text(field_name="post__name", lookup_expr="icontains", label=_("职务中的字"))
    body = Whole(field_name="post__body", label=_("机关，机关接口地址中的数字"))
    doc_number = Text(field_name="notice__doc_number", label=_("通知文号"))
    issued_from = Day(field_name="notice__issued_on", lookup_expr="gte", label=_("任免日期从"))
    issued_to = Day(field_name="notice__issued_on", lookup_expr="lte", label=_("任免日期到"))
    ordering = Ordering(
        issued_on=("notice__issued_on", _("任免日期")),
        issue_year=("notice__entry__issue__year", _("期的年份")),
        official_name=("official__name", _("干部姓名")),
    )


class OfficialFilter(FilterSet):
    name = Text(label=_("姓名"))
    q = Text(field_name="name", lookup_expr="icontains", label=_("姓名中的字"))
    ordering = Ordering(name=("name", _("姓名")))
