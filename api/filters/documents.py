import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from api.filters.base import Day, Ordering, PrintedFilter, Text, Whole, Year, YesOrNo
from documents.models import DocumentKind
from documents.models.register import Direction
from gazette.models import SectionKind


class DocumentFilter(PrintedFilter):
    q = Text(field_name="title", lookup_expr="icontains", label=_("标题中的字"))
    kind = django_filters.ChoiceFilter(choices=DocumentKind.choices, label=_("文种"))
    doc_number = Text(label=_("发文字号"))
    issuer = Text(lookup_expr="icontains", label=_("发文机关中的字"))
    body = Whole(field_name="issuing_body", label=_("机关，机关接口地址中的数字"))
    topic = Text(field_name="topic__name", label=_("主题分类"))
    section = Text(field_name="entry__section__name", label=_("栏目"))
    section_kind = django_filters.ChoiceFilter(
        field_name="entry__section__kind", choices=SectionKind.choices, label=_("栏目内容")
    )
    year = Year(field_name="issued_on", lookup_expr="year", label=_("成文年份"))
    issued_from = Day(field_name="issued_on", lookup_expr="gte", label=_("成文日期从"))
    issued_to = Day(field_name="issued_on", lookup_expr="lte", label=_("成文日期到"))
    effective_from = Day(field_name="effective_on", lookup_expr="gte", label=_("施行日期从"))
    effective_to = Day(field_name="effective_on", lookup_expr="lte", label=_("施行日期到"))
    trial = YesOrNo(label=_("是否试行"))
    alone = YesOrNo(field_name="entry", lookup_expr="isnull", label=_("是否未编入公报"))
    ordering = Ordering(
        issued_on=("issued_on", _("成文日期")),
        effective_on=("effective_on", _("施行日期")),
        doc_number=("doc_number", _("发文字号")),
        title=("title", _("标题")),
    )

    def in_publication(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(publication__code=value)


class RegisterFilter(PrintedFilter):
    q = Text(field_name="title", lookup_expr="icontains", label=_("标题中的字"))
    direction = django_filters.ChoiceFilter(choices=Direction.choices, label=_("收发"))
    doc_number = Text(label=_("发文字号"))
    ordering = Ordering(
        doc_number=("doc_number", _("发文字号")),
        issue_year=("entry__issue__year", _("期的年份")),
        position=("position", _("次序")),
    )
