from django.urls import path

from portal.citizens import errata, leaving, letters, openness, site_map

urlpatterns = [
    path("corrections/", letters.correct, name="correct"),
    path("corrections/<slug:number>/", letters.correction, name="correction"),
    path("opinions/", letters.opinions, name="opinions"),
    path("opinions/<slug:number>/", letters.opinion, name="opinion"),
    path("errata/", errata.errata, name="errata"),
    path("openness/", openness.openness, name="openness"),
    path("openness/<int:pk>/", openness.column_page, name="column_page"),
    path("leaving/", leaving.leaving, name="leaving"),
    path("sitemap/", site_map.site_map, name="site_map"),
]
