"""What editors use: the admin site, on a host of its own."""

from django.contrib import admin
from django.urls import path
from django.views.generic import RedirectView

admin_urls = [path("admin/", admin.site.urls)]

urlpatterns = [*admin_urls, path("", RedirectView.as_view(pattern_name="admin:index"))]

handler404 = "editorial.views.errors.not_found"
