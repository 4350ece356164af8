"""What readers see; nothing here needs a login."""

from django.urls import path
from django.views.generic import RedirectView

urlpatterns = [path("", RedirectView.as_view(url="/"), name="home")]
