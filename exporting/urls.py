from django.urls import path, register_converter
from django.urls.converters import StringConverter

from exporting import views


class EndingConverter(StringConverter):
    regex = "epub|docx"


register_converter(EndingConverter, "ending_of_document")

urlpatterns = [
    path("<slug:publication>/<int:year>/<int:number>/gazette.epub", views.issue_epub, name="issue_epub"),
    path("<slug:publication>/<int:year>/<int:number>/gazette.docx", views.issue_docx, name="issue_docx"),
    path(
        "<slug:publication>/<int:year>/<int:number>/entries/<int:pk>.<ending_of_document:ending>",
        views.entry_file,
        name="entry_file",
    ),
    path(
        "<slug:publication>/documents/<document_slug:slug>/document.<ending_of_document:ending>",
        views.document_file,
        name="document_file",
    ),
]
