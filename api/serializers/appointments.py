from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from api.serializers.base import Lines, ListAddress, PartSerializer, PrintedSerializer, RecordSerializer, Ref
from appointments.models import Appointment, AppointmentNotice, Official, Post
from chronicle.models import Event, Meeting


class PostSerializer(PartSerializer):
    body = Ref(read_only=True, allow_null=True, label=_("机关"))

    class Meta:
        model = Post
        fields = ("name", "body")


class AppointmentSerializer(RecordSerializer):
    issue = Ref(source="notice.entry.issue", read_only=True, label=_("所在期"))
    notice = Ref(read_only=True, label=_("任免通知"))
    doc_number = serializers.SerializerMethodField(label=_("文号"))
    issued_on = serializers.DateField(
        source="notice.issued_on", read_only=True, allow_null=True, label=_("任免日期")
    )
    official = Ref(read_only=True, label=_("干部"))
    post = PostSerializer(read_only=True, label=_("职务"))
    lines = Lines()

    class Meta:
        model = Appointment
        fields = (
            *("url", "page", "issue", "notice", "doc_number", "issued_on", "position", "action"),
            *("official", "post", "note", "lines"),
        )

    def get_doc_number(self, appointment: Appointment) -> str | None:
        return appointment.notice.doc_number or None


class NoticeSerializer(PrintedSerializer):
    class Meta:
        model = AppointmentNotice
        fields: tuple[str, ...] = (
            "url",
            "page",
            "issue",
            "title",
            "doc_number",
            "issuer",
            "issued_on",
            "lines",
        )


class NoticeDetailSerializer(NoticeSerializer):
    appointments = AppointmentSerializer(many=True, read_only=True, label=_("任免"))

    class Meta(NoticeSerializer.Meta):
        fields = (*NoticeSerializer.Meta.fields, "appointments")


class OfficialSerializer(RecordSerializer):
    events = ListAddress(Event, "official", label=_("出席的要事"))
    meetings = ListAddress(Meeting, "chair", label=_("主持的会议"))

    class Meta:
        model = Official
        fields: tuple[str, ...] = ("url", "page", "name", "distinction", "events", "meetings")


class OfficialDetailSerializer(OfficialSerializer):
    appointments = AppointmentSerializer(many=True, read_only=True, label=_("任免"))

    class Meta(OfficialSerializer.Meta):
        fields = (*OfficialSerializer.Meta.fields, "appointments")
