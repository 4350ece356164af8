from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from api import links
from api.contents import KINDS, contents_with_records, records_under
from api.serializers.base import (
    ApiAddress,
    Code,
    Lines,
    ListAddress,
    OfRecord,
    PageAddress,
    PartSerializer,
    RecordSerializer,
    Ref,
)
from appointments.models import Appointment
from documents.models import Document
from gazette.models import Body, Entry, Issue, Publication, SectionKind
from gazette.models.issue import DatePrecision


class PublicationSerializer(RecordSerializer):
    issues = ListAddress(Issue, "publication", "code", label=_("各期"))
    documents = ListAddress(Document, "publication", "code", label=_("文件"))

    class Meta:
        model = Publication
        fields = (
            *("url", "page", "code", "name", "place", "sponsor", "frequency", "first_year"),
            *("issues", "documents"),
        )


class BodySerializer(RecordSerializer):
    documents = ListAddress(Document, "body", label=_("文件"))
    appointments = ListAddress(Appointment, "body", label=_("任免"))

    class Meta:
        model = Body
        fields = ("url", "page", "name", "short_name", "number_prefix", "documents", "appointments")


@extend_schema_field({"type": "string", "nullable": True, "pattern": r"^\d{4}-\d{2}(-\d{2})?$"})
class Dated(OfRecord):
    """The printed date of an issue: a month where only the month is printed."""

    def to_representation(self, issue: Issue) -> str | None:
        if issue.dated_on is None:
            return None
        return issue.dated_on.isoformat()[: 7 if issue.dated_precision == DatePrecision.MONTH else 10]


@extend_schema_field({"type": "string", "format": "uri"})
class OfIssue(OfRecord):
    """An address beneath an issue's."""

    def __init__(self, route: str, **options: Any) -> None:
        super().__init__(**options)
        self.route = route

    def to_representation(self, issue: Issue) -> str:
        return reverse(self.route, args=links.key(issue), request=self.context["request"])


class IssueSerializer(RecordSerializer):
    publication = Ref(read_only=True, label=_("公报"))
    label = serializers.CharField(read_only=True, label=_("期"))
    published = Dated(label=_("出版日期"), help_text=_("原刊只印月份的，到月，如 2018-03"))
    deputy_editors = serializers.ListField(child=serializers.CharField(), read_only=True, label=_("副主编"))
    pdf = OfIssue("issue_pdf", label=_("版式文件"))
    lines = Lines()

    class Meta:
        model = Issue
        fields: tuple[str, ...] = (
            *("url", "page", "pdf", "publication", "label", "year", "number", "number_end", "serial"),
            *("serial_end", "frequency", "published", "published_at", "as_printed"),
            *("chief_editor", "deputy_editors", "imprint", "lines"),
        )


class HeldSerializer(serializers.Serializer):
    """A record under a line of the contents."""

    kind = serializers.SerializerMethodField(label=_("类型"))
    name = serializers.CharField(source="__str__", read_only=True, label=_("名称"))
    url = ApiAddress(label=_("接口地址"))
    page = PageAddress(label=_("网页"))

    @extend_schema_field({"type": "string", "enum": list(KINDS.values())})
    def get_kind(self, record: Model) -> str:
        return KINDS[type(record)]


class EntrySerializer(PartSerializer):
    records = HeldSerializer(source="held", many=True, read_only=True, label=_("内容"))
    lines = Lines()

    class Meta:
        model = Entry
        fields = ("position", "title", "doc_number", "printed_page", "records", "lines")

    def to_representation(self, entry: Entry) -> dict[str, Any]:
        entry.held = records_under(entry)  # type: ignore[attr-defined]
        return super().to_representation(entry)


class ContentsSerializer(serializers.Serializer):
    """A section of the contents with its lines; `section` is null before the first heading."""

    section = serializers.CharField(source="section.name", read_only=True, allow_null=True, label=_("栏目"))
    kind = Code(
        source="section.kind",
        choices=SectionKind.choices,
        read_only=True,
        allow_null=True,
        label=_("栏目内容"),
    )
    entries = EntrySerializer(many=True, read_only=True, label=_("目录条目"))


class IssueDetailSerializer(IssueSerializer):
    reading = OfIssue("api:reading", label=_("读入结果"))
    contents = serializers.SerializerMethodField(label=_("目录"))

    class Meta(IssueSerializer.Meta):
        fields = (*IssueSerializer.Meta.fields, "reading", "contents")

    @extend_schema_field(ContentsSerializer(many=True))
    def get_contents(self, issue: Issue) -> list[dict[str, Any]]:
        return ContentsSerializer(contents_with_records(issue), many=True, context=self.context).data
