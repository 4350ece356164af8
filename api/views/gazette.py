from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response

from api.filters.base import holds_number
from api.filters.gazette import BodyFilter, IssueFilter, PublicationFilter
from api.serializers.gazette import (
    BodySerializer,
    IssueDetailSerializer,
    IssueSerializer,
    PublicationSerializer,
)
from api.views.base import Open, Records
from gazette.models import Body, Issue, Publication, Source
from portal.bodies import public_bodies
from portal.shelf import publications

_ADDRESS = [
    OpenApiParameter("publication", OpenApiTypes.STR, "path", description=_("公报代号")),
    OpenApiParameter("year", OpenApiTypes.INT, "path", description=_("年")),
    OpenApiParameter("number", OpenApiTypes.INT, "path", description=_("期号；合刊的两个期号都可以")),
]


class Publications(Records):
    title = _("公报")
    queryset = Publication.objects.none()
    serializer_class = PublicationSerializer
    filterset_class = PublicationFilter
    lookup_field = "code"

    def public(self) -> QuerySet[Publication]:
        return publications().order_by("position", "code")


class Bodies(Records):
    title = _("机关")
    queryset = Body.objects.none()
    serializer_class = BodySerializer
    filterset_class = BodyFilter

    def public(self) -> QuerySet[Body]:
        return public_bodies().order_by("name")


def issues_at(publication: str, year: int, number: int) -> QuerySet[Issue]:
    """The public issue at an address; the second number of a double issue names it too."""
    found = Issue.objects.published().filter(holds_number(number), publication__code=publication, year=year)
    return found.select_related("publication").order_by("-number")


@extend_schema_view(retrieve=extend_schema(parameters=_ADDRESS))
class Issues(Records):
    title = _("期")
    queryset = Issue.objects.none()
    serializer_class = IssueSerializer
    detail_serializer_class = IssueDetailSerializer
    filterset_class = IssueFilter

    def public(self) -> QuerySet[Issue]:
        found = Issue.objects.published().select_related("publication")
        return found.order_by("-year", "-number_end", "publication__position", "pk")

    def at_address(self, found: QuerySet[Issue]) -> QuerySet[Issue]:
        return issues_at(**self.kwargs)


class Reading(Open):
    """What was read of an issue that is in the archive as printed: there the paper is the public record.

    Of any other issue only its records are public. The problems are the editors' notes.
    """

    title = _("期")
    about = _(
        "读入原文时得到的结果，只有依原刊收录的期才有，编辑后来的更正不在其中。格式见开发文档 reading-format。"
    )

    @extend_schema(parameters=_ADDRESS, responses=OpenApiTypes.OBJECT, summary=_("期：读入结果"))
    def get(self, request: Request, **address: Any) -> Response:
        source = Source.objects.filter(as_printed=True, issue__in=issues_at(**address)[:1].values("pk"))
        reading = source.values_list("reading", flat=True).first()
        if reading is None:
            raise Http404
        return Response({key: value for key, value in reading.items() if key != "problems"})
