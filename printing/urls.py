from django.urls import path

from printing import views

urlpatterns = [
    path("<slug:publication>/<int:year>/<int:number>/gazette.pdf", views.issue_pdf, name="issue_pdf"),
    path(
        "<slug:publication>/<int:year>/<int:number>/entries/<int:pk>.pdf", views.entry_pdf, name="entry_pdf"
    ),
]
