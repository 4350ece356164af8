"""Jobs that ended in a fault of the program, for those who look after the system.

The queue's own pages are left out: they are in English, and let a task of any name be run.
"""

import datetime
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from django_q.models import Failure, OrmQ, Schedule, Success

from editorial.admin.base import DeskMixin
from intake.models import FailedJob

for model in (Failure, OrmQ, Schedule, Success):
    if admin.site.is_registered(model):
        admin.site.unregister(model)


@admin.register(FailedJob)
class FailedJobAdmin(DeskMixin, admin.ModelAdmin):
    list_display = ["job", "ended", "reason"]
    fields = ["job", "begun", "ended", "times", "reason", "trace"]
    show_full_result_count = False

    @admin.display(description=gettext_lazy("任务"), ordering="name")
    def job(self, failed: FailedJob) -> str:
        return failed.name

    @admin.display(description=gettext_lazy("排队时间"))
    def begun(self, failed: FailedJob) -> datetime.datetime:
        return failed.started

    @admin.display(description=gettext_lazy("结束时间"), ordering="stopped")
    def ended(self, failed: FailedJob) -> datetime.datetime:
        return failed.stopped

    @admin.display(description=gettext_lazy("次数"))
    def times(self, failed: FailedJob) -> int:
        return int(failed.attempt_count)

    @admin.display(description=gettext_lazy("原因"))
    def reason(self, failed: FailedJob) -> str:
        return str(failed.result or "").split(" : Traceback")[0][:200]

    @admin.display(description=gettext_lazy("出错处"))
    def trace(self, failed: FailedJob) -> str:
        return str(failed.result or "")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
