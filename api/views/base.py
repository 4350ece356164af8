"""How everything is given: to anyone, without a key, also to scripts of other sites."""

from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView
from rest_framework.viewsets import ReadOnlyModelViewSet

from api.pagination import Pages
from api.parameters import check_names


class Open(APIView):
    """Open data: any site's scripts may read it, and parameters that are not known are refused."""

    http_method_names = ["get", "head"]
    title: Any = ""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        check_names(request.query_params, self.known_parameters())

    def known_parameters(self) -> set[str]:
        return set()

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response


class Records(Open, ReadOnlyModelViewSet):
    """The list of one kind of record, and each of them with all that belongs to it."""

    filterset_class: Any = None
    detail_serializer_class: type[BaseSerializer] | None = None

    def known_parameters(self) -> set[str]:
        if self.action != "list":
            return set()
        return {*self.filterset_class.base_filters, *Pages.parameters}

    def get_queryset(self) -> QuerySet[Any]:
        """All that is public, with what a list shows; a detail adds what it shows besides."""
        found = self.public()
        return self.with_parts(found) if self.action == "retrieve" else found

    def public(self) -> QuerySet[Any]:
        raise NotImplementedError

    def with_parts(self, found: QuerySet[Any]) -> QuerySet[Any]:
        return found

    def get_object(self) -> Model:
        """The record at this address. Filters are for lists."""
        held = self.at_address(self.get_queryset()).first()
        if held is None:
            raise Http404
        return held

    def at_address(self, found: QuerySet[Any]) -> QuerySet[Any]:
        return found.filter(**self.kwargs)

    def get_serializer_class(self) -> type[BaseSerializer]:
        if self.action == "retrieve" and self.detail_serializer_class:
            return self.detail_serializer_class
        return super().get_serializer_class()


@extend_schema(exclude=True)
class NotFound(Open):
    """What no address of the API matches."""

    title = _("没有这个地址")

    def get(self, request: Request) -> Response:
        raise Http404
