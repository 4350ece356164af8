"""The OpenAPI description, made from the code."""

from functools import lru_cache
from typing import Any, Literal

from django.conf import settings
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema

from api.serializers.base import FaultSerializer
from config.languages import KNOWN


class ApiSchema(AutoSchema):
    """Every operation is grouped and described by its view, and names the faults that it answers with."""

    def get_tags(self) -> list[str]:
        return [str(self.view.title)]

    def get_summary(self) -> str:
        title = str(self.view.title)
        return _("%s：列表") % title if self._is_list_view() else _("%s：单条") % title

    def get_description(self) -> str:
        return str(getattr(self.view, "about", ""))

    def _get_parameters(self) -> list[dict[str, Any]]:
        parameters = super()._get_parameters()
        for parameter in parameters:
            if parameter["in"] == "path":
                parameter.setdefault("description", _("列表中各条的 url 里的这一段"))
        return parameters

    def _get_response_bodies(self, direction: Literal["request", "response"] = "response") -> dict[str, Any]:
        bodies = super()._get_response_bodies(direction)
        reasons = {"400": _("参数有误"), "404": _("没有找到，或者没有公开")}
        for status, reason in reasons.items():
            body = self._get_response_for_code(FaultSerializer, status, None, direction)
            bodies.setdefault(status, {**body, "description": reason})
        return bodies


def without_docstrings(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """Docstrings speak to those who write the code, in English; they are not for users of the API."""
    for component in result.get("components", {}).get("schemas", {}).values():
        if component.get("type") == "object":
            component.pop("description", None)
    return result


def orders_name_something(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """A list of terms is not empty: a parameter without a value is refused."""
    for item in result["paths"].values():
        for parameter in item["get"].get("parameters", []):
            if parameter["name"] == "ordering":
                parameter["schema"]["minItems"] = 1
    return result


def description() -> dict[str, Any]:
    """The description of the whole API in the language of the page; it changes only with the code."""
    return _description(get_language() or settings.LANGUAGE_CODE)


@lru_cache(maxsize=len(KNOWN))
def _description(code: str) -> dict[str, Any]:
    with override(code):
        return SchemaGenerator().get_schema(request=None, public=True)
