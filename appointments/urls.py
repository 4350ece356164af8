from django.urls import path

from appointments import views

urlpatterns = [
    path("officials/", views.officials, name="officials"),
    path("officials/<int:pk>/", views.official, name="official"),
    path("<slug:publication>/appointments/", views.appointments, name="appointments"),
    path(
        "<slug:publication>/<int:year>/<int:number>/appointments/<int:pk>/",
        views.notice,
        name="appointment_notice",
    ),
]
