"""Manifests in the admin: to be read by those who may, and nothing else."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from editorial.admin.base import DeskMixin
from sealing.models import Manifest, SealedFile


class ReadOnly:
    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class FileInline(ReadOnly, admin.TabularInline):
    model = SealedFile
    fields = ["name", "size", "sha256", "sm3", "signed_by"]
    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("sealing.view_manifest")


@admin.register(Manifest)
class ManifestAdmin(DeskMixin, ReadOnly, admin.ModelAdmin):
    list_display = ["issue", "revision", "position", "made_at", "sha256"]
    list_filter = ["publication"]
    list_select_related = ["issue__publication"]
    fields = ["issue", "revision", "position", "made_at", "sha256", "previous", "document"]
    inlines = [FileInline]
