from django.urls import path

from sealing.views import issue, verify

urlpatterns = [
    path("verify/", verify.verify, name="verify"),
    path("verify/<slug:publication>/<int:year>/<int:number>/", issue.verify_issue, name="verify_issue"),
]
