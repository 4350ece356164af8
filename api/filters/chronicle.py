from django.utils.translation import gettext_lazy as _

from api.filters.base import Day, Ordering, PrintedFilter, Text, Whole, Year


class EventFilter(PrintedFilter):
    q = Text(field_name="text", lookup_expr="icontains", label=_("内容中的字"))
    year = Year(field_name="happened_on", lookup_expr="year", label=_("年"))
    date_from = Day(field_name="happened_on", lookup_expr="gte", label=_("日期从"))
    date_to = Day(field_name="happened_on", lookup_expr="lte", label=_("日期到"))
    official = Whole(field_name="named__official", label=_("干部，干部接口地址中的数字"))
    official_name = Text(field_name="named__official__name", distinct=True, label=_("干部姓名"))
    ordering = Ordering(
        happened_on=("happened_on", _("日期")), issue_year=("entry__issue__year", _("期的年份"))
    )


class MeetingFilter(PrintedFilter):
    number = Whole(label=_("届次"))
    date_from = Day(field_name="held_on", lookup_expr="gte", label=_("召开日期从"))
    date_to = Day(field_name="held_on", lookup_expr="lte", label=_("召开日期到"))
    chair = Whole(label=_("主持人，干部接口地址中的数字"))
    chair_name = Text(field_name="chair__name", label=_("主持人姓名"))
    ordering = Ordering(held_on=("held_on", _("召开日期")), number=("number", _("届次")))
