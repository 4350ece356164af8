"""What programs read, without a language: manifests, and the program that checks them."""

from django.urls import path

from sealing.views import manifests, tool

urlpatterns = [
    path(f"verify/{tool.NAME}", tool.tool, name="verify_offline"),
    path("<slug:publication>/manifests.json", manifests.manifests, name="manifests"),
    path("<slug:publication>/<int:year>/<int:number>/manifest.json", manifests.manifest, name="manifest"),
    path(
        "<slug:publication>/<int:year>/<int:number>/manifest-<int:revision>.json",
        manifests.manifest,
        name="manifest_of_revision",
    ),
]
