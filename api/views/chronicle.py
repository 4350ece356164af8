from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from api.filters.chronicle import EventFilter, MeetingFilter
from api.serializers.chronicle import EventSerializer, MeetingDetailSerializer, MeetingSerializer
from api.views.base import Records
from chronicle.models import Event, Meeting


class Events(Records):
    title = _("政务要事")
    queryset = Event.objects.none()
    serializer_class = EventSerializer
    filterset_class = EventFilter

    def public(self) -> QuerySet[Event]:
        found = Event.objects.published().select_related("entry__issue__publication")
        ordered = found.order_by(F("happened_on").desc(nulls_last=True), "entry", "position", "pk")
        return ordered.prefetch_related("named__official")


class Meetings(Records):
    title = _("常务会议")
    about = _("列表不含内容，单条有。")
    queryset = Meeting.objects.none()
    serializer_class = MeetingSerializer
    detail_serializer_class = MeetingDetailSerializer
    filterset_class = MeetingFilter

    def public(self) -> QuerySet[Meeting]:
        found = Meeting.objects.published().select_related("entry__issue__publication", "chair")
        return found.order_by(F("held_on").desc(nulls_last=True), "pk")
