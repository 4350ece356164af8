from django.urls import path, register_converter
from django.urls.converters import StringConverter

from documents import figure_views, list_views, register_views, table_views, translation_views, views


class SlugConverter(StringConverter):
    """Chinese letters too; but no NUL, which PostgreSQL refuses with an error instead of finding nothing."""

    regex = "[^/\x00]+"


register_converter(SlugConverter, "document_slug")

urlpatterns = [
    path("<slug:publication>/documents/", list_views.document_list, name="document_list"),
    path("<slug:publication>/register/", register_views.register, name="register"),
    path(
        "<slug:publication>/<int:year>/<int:number>/register/<int:pk>/",
        register_views.of_issue,
        name="issue_register",
    ),
    path(
        "<slug:publication>/documents/<document_slug:slug>/in/<slug:language>/",
        translation_views.translation,
        name="translation",
    ),
    path(
        "<slug:publication>/documents/<document_slug:slug>/tables/<int:number>.csv",
        table_views.table,
        name="document_table",
    ),
    path(
        "<slug:publication>/documents/<document_slug:slug>/figures/<slug:digest>.<slug:ending>",
        figure_views.figure,
        name="document_figure",
    ),
    path("<slug:publication>/documents/<document_slug:slug>/", views.document, name="document"),
]
