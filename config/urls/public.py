"""What readers see; nothing here needs a login."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

# Addresses of one language only, and of none: what programs read.
plain = [
    path("api/v1/", include("api.urls")),
    path("", include("api.machine_urls")),
    path("", include("sealing.plain_urls")),
]
# Pages. Chinese has no prefix, the others have theirs: /en/ili/.
# What begins with a word of its own comes before what begins with any publication's code.
pages = i18n_patterns(
    path("", include("search.urls")),
    path("", include("sealing.urls")),
    path("", include("appointments.urls")),
    path("", include("portal.urls")),
    path("", include("chronicle.urls")),
    path("", include("gazette_statistics.urls")),
    path("", include("documents.urls")),
    path("", include("gazette.urls")),
    path("", include("printing.urls")),
    path("", include("exporting.urls")),
    prefix_default_language=False,
)
# The page about the API stands at one of the API's own addresses, and speaks every language.
about_api = i18n_patterns(path("", include("api.page_urls")), prefix_default_language=False)
urlpatterns = [*about_api, *plain, *pages]
