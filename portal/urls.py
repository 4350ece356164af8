from django.urls import include, path

from portal import bodies, views

urlpatterns = [
    path("", views.home, name="home"),
    path("bodies/", bodies.bodies, name="bodies"),
    path("bodies/<int:pk>/", bodies.body, name="body"),
    path("", include("portal.citizens.urls")),
    path("<slug:publication>/", views.publication, name="publication"),
]
