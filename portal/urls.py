from django.urls import path

from portal import bodies, views

urlpatterns = [
    path("", views.home, name="home"),
    path("bodies/<int:pk>/", bodies.body, name="body"),
    path("<slug:publication>/", views.publication, name="publication"),
]
