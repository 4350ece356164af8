"""What the admin pages of an erratum and of a page of the openness column share."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path

from editorial.admin.base import DeskMixin, GuardedMixin
from editorial.flows.publishing import PUBLISH
from editorial.guard import may_edit


class StandingAdmin(GuardedMixin, DeskMixin, admin.ModelAdmin):
    """`steps` are the views by the last part of their address; nothing is deleted, it is withdrawn."""

    change_form_template = "admin/editorial/standing_form.html"
    view_on_site = False
    list_per_page = 50
    steps: dict[str, Callable[..., Any]] = {}

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=self.step_name(name))
            for name, view in self.steps.items()
        ]
        return [*own, *super().get_urls()]

    def step_name(self, step: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{step}"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        held = context.get("original")
        if held:
            can_sign = request.user.has_perm(PUBLISH)
            context["closed"] = not may_edit(held)
            context["preview"] = f"admin:{self.step_name('preview')}" if "preview" in self.steps else ""
            context["publish"] = f"admin:{self.step_name('publish')}" if can_sign and self.waits(held) else ""
            context["withdraw"] = (
                f"admin:{self.step_name('withdraw')}" if can_sign and held.is_published else ""
            )
        return super().render_change_form(request, context, *args, **kwargs)

    def waits(self, held: Any) -> bool:
        """Whether there is something to publish."""
        return not held.is_published
