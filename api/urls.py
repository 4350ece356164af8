from typing import Any

from django.urls import URLPattern, path, re_path

# Its converter of addresses is used here too.
from api.views import appointments, chronicle, documents, gazette, statistics
from api.views.base import NotFound
from api.views.docs import docs
from api.views.root import Root, Schema
from documents import urls as documents_urls  # noqa: F401

app_name = "api"

_ISSUE = "<slug:publication>/<int:year>/<int:number>"


def _records(folder: str, view: Any, address: str = "<int:pk>") -> list[URLPattern]:
    """A list and its single records, named as their model."""
    name = view.queryset.model._meta.model_name
    return [
        path(f"{folder}/", view.as_view({"get": "list"}), name=f"{name}-list"),
        path(f"{folder}/{address}/", view.as_view({"get": "retrieve"}), name=name),
    ]


urlpatterns = [
    path("", Root.as_view(), name="root"),
    path("schema/", Schema.as_view(), name="schema"),
    path("docs/", docs, name="docs"),
    *_records("publications", gazette.Publications, "<slug:code>"),
    *_records("issues", gazette.Issues, _ISSUE),
    path(f"issues/{_ISSUE}/reading/", gazette.Reading.as_view(), name="reading"),
    *_records("bodies", gazette.Bodies),
    *_records("documents", documents.Documents, "<slug:publication>/<document_slug:slug>"),
    *_records("register-entries", documents.RegisterEntries),
    *_records("notices", appointments.Notices),
    *_records("appointments", appointments.Appointments),
    *_records("officials", appointments.Officials),
    *_records("events", chronicle.Events),
    *_records("meetings", chronicle.Meetings),
    *_records("indicators", statistics.Indicators),
    *_records("observations", statistics.Observations),
    *_records("tables", statistics.Tables),
    # Only addresses that end in a slash, so that one without is still led to the one with it.
    re_path(r"^(?:[\s\S]*/)?$", NotFound.as_view(), name="not-found"),
]
