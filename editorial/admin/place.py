"""Where a record stands: its entry, the issue, and whether that is public."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from editorial.guard import issue_of, may_edit
from gazette.models import Entry


class PlacedMixin:
    """Columns, and the notice over a closed form, of a record that an issue holds."""

    @admin.display(description=gettext_lazy("目录条目"))
    def place(self, record: Any) -> str:
        entry: Entry = record if isinstance(record, Entry) else record.entry
        link = reverse("admin:gazette_issue_change", args=[entry.issue_id])
        return format_html('<a href="{}">{}</a> · {}', link, entry.issue, entry.title)

    @admin.display(description=gettext_lazy("期"), ordering="entry__issue")
    def issue_label(self, record: Any) -> str:
        return str(issue_of(record))

    @admin.display(description=gettext_lazy("状态"))
    def state(self, record: Model) -> str:
        issue = issue_of(record)
        return issue.state_label() if issue else ""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        record = context.get("original")
        if record:
            context.update(closed=not may_edit(record), issue=issue_of(record))
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]
