"""The admin site: one module a kind of record."""

from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from editorial.admin import (
    audit,
    chronicle,
    column_page,
    document,
    entry,
    erratum,
    export,
    indicator,
    issue,
    jobs,
    letters,
    meeting,
    notice,
    people,
    reference,
    register,
    source,
    submission,
    translation,
    users,
)

__all__ = [
    "audit",
    "chronicle",
    "column_page",
    "document",
    "entry",
    "erratum",
    "export",
    "indicator",
    "issue",
    "jobs",
    "letters",
    "meeting",
    "notice",
    "people",
    "reference",
    "register",
    "source",
    "submission",
    "translation",
    "users",
]

admin.site.site_header = _("政府公报编审系统")
admin.site.site_title = _("政府公报编审系统")
admin.site.index_title = _("工作台")
admin.site.empty_value_display = ""
# Where only the editors' side is served, there is no public site to go to.
admin.site.site_url = "/" if settings.PORTAL_SITE == "all" else None
