from django.urls import path

from gazette import views

urlpatterns = [
    path("<slug:publication>/<int:year>/", views.volume, name="volume"),
    path("<slug:publication>/<int:year>/<int:number>/", views.issue, name="issue"),
]
