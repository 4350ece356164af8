from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.serializers import BaseSerializer

from api.filters.documents import DocumentFilter, RegisterFilter
from api.serializers.documents import DocumentDetailSerializer, DocumentSerializer, RegisterEntrySerializer
from api.views.base import Records
from documents.lookup import held_by_number
from documents.models import Document, RegisterEntry

_ADDRESS = [
    OpenApiParameter("publication", OpenApiTypes.STR, "path", description=_("公报代号")),
    OpenApiParameter(
        "slug", OpenApiTypes.STR, "path", description=_("文件网址的最后一段；更正文号以前的旧网址也可以")
    ),
]


@extend_schema_view(retrieve=extend_schema(parameters=_ADDRESS))
class Documents(Records):
    title = _("文件")
    about = _("列表不含正文；单条有正文、附件、引用和废止的文件。")
    queryset = Document.objects.none()
    serializer_class = DocumentSerializer
    detail_serializer_class = DocumentDetailSerializer
    filterset_class = DocumentFilter

    def public(self) -> QuerySet[Document]:
        related = ("publication", "issuing_body", "topic", "entry__issue__publication", "entry__section")
        found = Document.objects.published().select_related(*related)
        return found.order_by(F("issued_on").desc(nulls_last=True), "pk")

    def with_parts(self, found: QuerySet[Document]) -> QuerySet[Document]:
        parts = (
            *("attachments", "blocks__attachment", "citations"),
            "blocks__figure__document__publication",
        )
        return found.prefetch_related(*parts)

    def at_address(self, found: QuerySet[Document]) -> QuerySet[Document]:
        shelf = found.filter(publication__code=self.kwargs["publication"])
        slug = self.kwargs["slug"]
        return shelf.filter(slug=slug) or shelf.filter(former_addresses__slug=slug)


class RegisterEntries(Records):
    title = _("收发文目录条目")
    queryset = RegisterEntry.objects.none()
    serializer_class = RegisterEntrySerializer
    filterset_class = RegisterFilter

    def public(self) -> QuerySet[RegisterEntry]:
        found = RegisterEntry.objects.published().select_related("entry__issue__publication")
        newest = ("-entry__issue__year", "-entry__issue__number_end", "entry__position", "entry")
        return found.order_by(*newest, "position", "pk")

    def get_serializer(self, *args: Any, **kwargs: Any) -> BaseSerializer:
        """The documents of all lines that are shown are looked up together, by publication."""
        serializer = super().get_serializer(*args, **kwargs)
        shown = args[0] if args else []
        lines = shown if isinstance(shown, list) else [shown]
        titles = {line.entry.issue.publication_id for line in lines}
        numbers = [line.doc_number for line in lines]
        serializer.context["held"] = {title: held_by_number(numbers, title) for title in titles}
        return serializer
