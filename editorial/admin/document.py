"""Documents in the admin: the list, and one document with its text."""

from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.forms import BaseModelForm
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.models import Document
from editorial.admin.base import RecordAdmin
from editorial.admin.blocks import BlockInline
from editorial.admin.document_form import DocumentForm
from editorial.admin.figures import FigureFormSet, FigureInline, say_what_is_lost
from editorial.admin.parts import AttachmentInline, CitationInline
from editorial.flows.addresses import change_address
from editorial.flows.ordering import renumber
from editorial.flows.publishing import PUBLISH
from editorial.guard import may_edit
from editorial.views.document import figure, preview, withdraw
from editorial.views.print_preview import official_pdf


class InIssueFilter(admin.SimpleListFilter):
    title = gettext_lazy("刊登")
    parameter_name = "printed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", _("已编入某期")), ("no", _("没有编入"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() is None:
            return queryset
        return queryset.filter(entry__isnull=self.value() == "no")


@admin.register(Document)
class DocumentAdmin(RecordAdmin):
    form = DocumentForm
    change_form_template = "admin/editorial/document_form.html"
    list_display = ["title", "doc_number", "kind", "issuer", "issued_on", "publication", "state"]
    list_filter = ["publication", "kind", InIssueFilter, "trial", ("issued_on", admin.DateFieldListFilter)]
    list_select_related = ["publication", "entry__issue"]
    search_fields = ["title", "doc_number"]
    search_help_text = gettext_lazy("按标题或发文字号查找")
    date_hierarchy = "issued_on"
    autocomplete_fields = ["entry", "topic", "issuing_body"]
    inlines = [BlockInline, FigureInline, AttachmentInline, CitationInline]
    readonly_fields = ["state", "origin", "edited"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "version",
                    "publication",
                    "title",
                    ("doc_number", "kind"),
                    ("issuer", "issuing_body"),
                    "addressee",
                    ("issued_on", "effective_on", "valid_until", "trial"),
                    ("topic", "index_number"),
                    "entry",
                    ("slug", "renew_address"),
                    ("state", "origin", "edited"),
                ]
            },
        )
    ]

    @admin.display(description=gettext_lazy("状态"))
    def state(self, document: Document) -> str:
        return document.entry.issue.state_label() if document.entry else document.state_label()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        return super().get_queryset(request).select_related("publication", "entry__issue")

    def get_readonly_fields(self, request: HttpRequest, obj: Document | None = None) -> list[str]:
        # The publication is the first part of the address, which never changes.
        return [*self.readonly_fields, "publication"] if obj else list(self.readonly_fields)

    def save_model(self, request: HttpRequest, obj: Document, form: BaseModelForm, change: bool) -> None:
        wanted = obj.slug
        if change:
            obj.slug = Document.objects.values_list("slug", flat=True).get(pk=obj.pk)
        super().save_model(request, obj, form, change)
        change_address(obj, wanted, cast(User, request.user))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        renumber(form.instance.blocks.all())

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/preview/", view(preview), name="documents_document_preview"),
            path(
                "<int:pk>/figures/<slug:digest>.<slug:ending>",
                view(figure),
                name="documents_document_figure",
            ),
            path("<int:pk>/official.pdf", view(official_pdf), name="documents_document_official"),
            path("<int:pk>/withdraw/", view(withdraw), name="documents_document_withdraw"),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        if context.get("errors"):
            for inline in context["inline_admin_formsets"]:
                if isinstance(inline.formset, FigureFormSet):
                    say_what_is_lost(inline.formset)
        document = context.get("original")
        if document:
            context["closed"] = not may_edit(document)
            alone = document.entry_id is None and document.is_published
            context["can_withdraw"] = alone and request.user.has_perm(PUBLISH)
        return super().render_change_form(request, context, *args, **kwargs)
