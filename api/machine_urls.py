"""What programs read beside the API: feeds, sitemaps, robots.txt, OpenSearch. One language, the papers' own."""

from django.urls import path

from api import discovery
from api.feeds import views as feeds
from api.sitemaps import views as sitemaps

urlpatterns = [
    path("feeds/all.atom", feeds.of_site, name="feed_site"),
    path("feeds/publications/<slug:code>.atom", feeds.of_publication, name="feed_publication"),
    path("feeds/sections/<int:pk>.atom", feeds.of_section, name="feed_section"),
    path("feeds/kinds/<slug:kind>.atom", feeds.of_kind, name="feed_kind"),
    path("feeds/bodies/<int:pk>.atom", feeds.of_body, name="feed_body"),
    path("feeds/officials/<int:pk>.atom", feeds.of_official, name="feed_official"),
    path("robots.txt", discovery.robots, name="robots"),
    path("opensearch.xml", discovery.opensearch, name="opensearch"),
    # A sitemap may name what stands in its own folder and below: so they stand at the top.
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:name>-<int:page>.xml", sitemaps.part, name="sitemap_part"),
]
