from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from api.filters.appointments import AppointmentFilter, NoticeFilter, OfficialFilter
from api.serializers.appointments import (
    AppointmentSerializer,
    NoticeDetailSerializer,
    NoticeSerializer,
    OfficialDetailSerializer,
    OfficialSerializer,
)
from api.views.base import Records
from appointments.models import Appointment, AppointmentNotice, Official


def _appointments() -> QuerySet[Appointment]:
    related = ("official", "post__body", "notice__entry__issue__publication")
    found = Appointment.objects.published().select_related(*related)
    newest = ("-notice__entry__issue__year", "-notice__entry__issue__number_end", "notice__entry__position")
    return found.order_by(*newest, "notice", "position", "pk")


class Notices(Records):
    title = _("任免通知")
    queryset = AppointmentNotice.objects.none()
    serializer_class = NoticeSerializer
    detail_serializer_class = NoticeDetailSerializer
    filterset_class = NoticeFilter

    def public(self) -> QuerySet[AppointmentNotice]:
        found = AppointmentNotice.objects.published().select_related("entry__issue__publication")
        return found.order_by("-entry__issue__year", "-entry__issue__number_end", "entry__position", "pk")

    def with_parts(self, found: QuerySet[AppointmentNotice]) -> QuerySet[AppointmentNotice]:
        return found.prefetch_related(Prefetch("appointments", _appointments()))


class Appointments(Records):
    title = _("任免")
    queryset = Appointment.objects.none()
    serializer_class = AppointmentSerializer
    filterset_class = AppointmentFilter

    def public(self) -> QuerySet[Appointment]:
        return _appointments()


class Officials(Records):
    title = _("干部")
    about = _("公报里出现过的姓名。姓名相同、没有区分的，可能不是同一个人。")
    queryset = Official.objects.none()
    serializer_class = OfficialSerializer
    detail_serializer_class = OfficialDetailSerializer
    filterset_class = OfficialFilter

    def public(self) -> QuerySet[Official]:
        return Official.objects.published().order_by("name", "distinction", "pk")

    def with_parts(self, found: QuerySet[Official]) -> QuerySet[Official]:
        return found.prefetch_related(Prefetch("appointments", _appointments()))
