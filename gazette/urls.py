from django.urls import path

from gazette import scans, views

urlpatterns = [
    path("<slug:publication>/calendar/", views.calendar, name="calendar"),
    path("<slug:publication>/<int:year>/", views.volume, name="volume"),
    path("<slug:publication>/<int:year>/<int:number>/", views.issue, name="issue"),
    path("<slug:publication>/<int:year>/<int:number>/original.pdf", scans.original_scan, name="issue_scan"),
]
