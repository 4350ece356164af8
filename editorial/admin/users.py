"""Accounts. Who administers them does not thereby write, publish or rise to superuser."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

from editorial.admin.base import DeskMixin

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(DeskMixin, UserAdmin):
    list_display = ["username", "last_name", "first_name", "is_active", "last_login"]
    list_filter = ["is_active", "groups"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may set a superuser's password is one."""
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not above

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An account is closed, not deleted: the audit trail points to it."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fixed = ["last_login", "date_joined"]
        if not request.user.is_superuser:
            fixed += ["is_superuser", "user_permissions"]
        # Nobody gives herself another role.
        return [*fixed, "groups"] if obj == request.user else fixed
