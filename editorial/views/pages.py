"""What the editors' own pages inside the admin share."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from editorial.errors import NotAllowed


def require(request: HttpRequest, permission: str) -> User:
    """The user, who has the permission."""
    user = request.user
    if not isinstance(user, User) or not user.has_perm(permission):
        raise PermissionDenied
    return user


def page(request: HttpRequest, template: str, record: Model, **context: Any) -> TemplateResponse:
    """An admin page about one record."""
    shared = {**admin.site.each_context(request), "opts": record._meta, "original": record}
    return TemplateResponse(request, template, {**shared, **context})


def change_url(record: Model) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def take_step(
    request: HttpRequest, step: Callable[[Any, User], None], record: Model, user: User, done: str
) -> HttpResponse:
    """Take a step that was confirmed, say how it went, and go back to the record."""
    try:
        step(record, user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(change_url(record))
