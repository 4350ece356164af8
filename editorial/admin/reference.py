"""The short lists that records are sorted by."""

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path

from documents.models import Topic
from editorial.admin.base import DeskMixin
from editorial.views.print_preview import print_preview
from gazette.models import Body, Publication, Section


class ReferenceAdmin(DeskMixin, admin.ModelAdmin):
    view_on_site = False


@admin.register(Publication)
class PublicationAdmin(ReferenceAdmin):
    change_form_template = "admin/editorial/publication_form.html"
    list_display = ["name", "code", "place", "sponsor", "frequency", "first_year"]
    search_fields = ["name", "code", "place"]

    def get_readonly_fields(self, request: HttpRequest, obj: Publication | None = None) -> list[str]:
        # The code is the first part of every address of the gazette.
        return ["code"] if obj else []

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(print_preview)
        own = path("<int:pk>/print-preview/", view, name="gazette_publication_print_preview")
        return [own, *super().get_urls()]


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
