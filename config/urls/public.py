"""What readers see; nothing here needs a login."""

from django.urls import include, path

urlpatterns = [
    path("", include("portal.urls")),
    path("", include("documents.urls")),
    path("", include("gazette.urls")),
    path("", include("printing.urls")),
]
