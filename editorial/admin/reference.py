"""The short lists that records are sorted by."""

from django.contrib import admin
from django.http import HttpRequest

from documents.models import Topic
from editorial.admin.base import DeskMixin
from gazette.models import Body, Publication, Section


class ReferenceAdmin(DeskMixin, admin.ModelAdmin):
    view_on_site = False


@admin.register(Publication)
class PublicationAdmin(ReferenceAdmin):
    list_display = ["name", "code", "place", "sponsor", "frequency", "first_year"]
    search_fields = ["name", "code", "place"]

    def get_readonly_fields(self, request: HttpRequest, obj: Publication | None = None) -> list[str]:
        # The code is the first part of every address of the gazette.
        return ["code"] if obj else []


@admin.register(Section)
class SectionAdmin(ReferenceAdmin):
    list_display = ["name", "publication", "kind", "position"]
    list_filter = ["publication", "kind"]
    list_select_related = ["publication"]
    search_fields = ["name"]


@admin.register(Body)
class BodyAdmin(ReferenceAdmin):
    list_display = ["name", "short_name", "number_prefix"]
    search_fields = ["name", "short_name", "number_prefix"]


@admin.register(Topic)
class TopicAdmin(ReferenceAdmin):
    list_display = ["name", "position"]
    search_fields = ["name"]
