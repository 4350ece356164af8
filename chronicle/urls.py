from django.urls import path

from chronicle.views import chronicle, meetings

urlpatterns = [
    path("<slug:publication>/chronicle/", chronicle.chronicle, name="chronicle"),
    path("<slug:publication>/chronicle/<int:year>/<int:month>/", chronicle.month, name="chronicle_month"),
    path(
        "<slug:publication>/<int:year>/<int:number>/chronicle/<int:pk>/",
        chronicle.of_issue,
        name="issue_chronicle",
    ),
    path("<slug:publication>/meetings/", meetings.meetings, name="meetings"),
    path("<slug:publication>/<int:year>/<int:number>/meetings/<int:pk>/", meetings.meeting, name="meeting"),
]
