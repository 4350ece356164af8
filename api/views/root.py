from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from api.schema import description
from api.views.base import Open

LISTS = {
    "publications": "publication-list",
    "issues": "issue-list",
    "documents": "document-list",
    "notices": "appointmentnotice-list",
    "appointments": "appointment-list",
    "officials": "official-list",
    "bodies": "body-list",
    "events": "event-list",
    "meetings": "meeting-list",
    "register-entries": "registerentry-list",
    "indicators": "indicator-list",
    "observations": "observation-list",
    "tables": "indicatortable-list",
    "schema": "schema",
    "docs": "docs",
}


_FORMATS = {"yaml": OpenApiYamlRenderer, "json": OpenApiJsonRenderer}


class Root(Open):
    title = gettext_lazy("入口")

    @extend_schema(
        responses={(200, "application/json"): OpenApiTypes.OBJECT}, summary=gettext_lazy("入口：全部列表")
    )
    def get(self, request: Request) -> Response:
        return Response({name: reverse(f"api:{route}", request=request) for name, route in LISTS.items()})


@extend_schema(exclude=True)
class Schema(Open):
    """The OpenAPI description, YAML by default: `?format=json` gives JSON."""

    def known_parameters(self) -> set[str]:
        return {"format"}

    def get_renderers(self) -> list[BaseRenderer]:
        return [_FORMATS.get(self.request.GET.get("format", "yaml"), JSONRenderer)()]

    def get(self, request: Request) -> Response:
        if request.query_params.get("format", "yaml") not in _FORMATS:
            raise ValidationError({"format": [_("格式只有 yaml 和 json。")]})
        return Response(description())
