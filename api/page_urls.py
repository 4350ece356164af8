from django.urls import path

from api.feeds.views import feeds
from api.views.docs import docs

# Read by people, in the language of the address.
urlpatterns = [
    path("feeds/", feeds, name="feeds"),
    path("api/v1/docs/", docs, name="api_docs"),
]
