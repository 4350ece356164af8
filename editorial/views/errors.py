from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 on the editors' host, which has none of the public pages to lead on to."""
    return render(request, "admin/404.html", admin.site.each_context(request), status=404)
