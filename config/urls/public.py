"""What readers see; nothing here needs a login."""

from django.urls import include, path

# What begins with a word of its own comes before what begins with any publication's code.
urlpatterns = [
    path("api/v1/", include("api.urls")),
    path("", include("appointments.urls")),
    path("", include("portal.urls")),
    path("", include("chronicle.urls")),
    path("", include("gazette_statistics.urls")),
    path("", include("documents.urls")),
    path("", include("gazette.urls")),
    path("", include("printing.urls")),
]
