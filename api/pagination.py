from typing import Any

from django.core.paginator import InvalidPage
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework.exceptions import NotFound
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request

from api.parameters import BIGGEST, count


class Pages(PageNumberPagination):
    """Numbered pages over the whole list; `count` is all that there is, and every page can be asked for."""

    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
    parameters = ("page", "page_size")

    def get_page_size(self, request: Request) -> int:
        return count(request.query_params, "page_size", self.page_size, self.max_page_size)

    def paginate_queryset(self, queryset: QuerySet, request: Request, view: Any = None) -> list[Any]:
        self.request = request
        number = count(request.query_params, "page", 1, BIGGEST)
        paginator = self.django_paginator_class(queryset, self.get_page_size(request))
        try:
            self.page = paginator.page(number)
        except InvalidPage as fault:
            raise NotFound(_("没有第 %d 页。") % number) from fault
        return list(self.page)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            _parameter("page", _("第几页，从 1 开始"), 1, BIGGEST),
            _parameter("page_size", _("每页几条"), self.page_size, self.max_page_size),
        ]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        address = {"type": "string", "format": "uri", "nullable": True}
        return {
            "type": "object",
            "required": ["count", "next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "title": _("总条数")},
                "next": {**address, "title": _("下一页")},
                "previous": {**address, "title": _("上一页")},
                "results": schema,
            },
        }


def _parameter(name: str, description: str, default: int, most: int) -> dict[str, Any]:
    schema = {"type": "integer", "minimum": 1, "maximum": most, "default": default}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}
