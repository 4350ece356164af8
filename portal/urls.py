from django.urls import path

from portal import views

urlpatterns = [
    path("", views.home, name="home"),
    path("<slug:publication>/", views.publication, name="publication"),
]
