"""The addresses of the desk, below those of a submission in the admin."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from editorial.views.desk.act import act
from editorial.views.desk.edit import edit
from editorial.views.desk.review import item, review


def desk_urls(admin_view: Callable[..., Any]) -> list[URLPattern]:
    return [
        path("<int:pk>/review/", admin_view(review), name="intake_submission_review"),
        path("<int:pk>/review/items/<int:number>/", admin_view(item), name="intake_submission_item"),
        path("<int:pk>/review/edit/<str:name>/", admin_view(edit), name="intake_submission_edit"),
        path("<int:pk>/review/act/", admin_view(act), name="intake_submission_act"),
    ]
