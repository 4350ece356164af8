"""How large the files are that readers get of an issue."""

from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.template.defaultfilters import filesizeformat

from gazette.models import Issue

FORMS = ("pdf", "epub", "docx")


def with_sizes(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """The issues with `pdf_bytes`, `epub_bytes` and `docx_bytes`, None where there is no such file yet.

    Each has one such file at most (printing.models.Export), so no issue comes twice.
    """
    for form in FORMS:
        issues = issues.annotate(**{f"made_{form}": FilteredRelation("exports", condition=_given(form))})
        issues = issues.annotate(**{f"{form}_bytes": F(f"made_{form}__size")})
    return issues


def file_sizes(issue: Any) -> dict[str, str]:
    """The sizes of an issue of `with_sizes`, as readers are told them: 1.1 MB; empty where there is no file."""
    sizes = {form: getattr(issue, f"{form}_bytes") for form in FORMS}
    return {form: filesizeformat(size) if size else "" for form, size in sizes.items()}


def _given(form: str) -> Q:
    # What was made before the issue was published last is not given out: printing.editions.
    since = Q(exports__issued_at__gte=F("published_at"))
    return since & Q(exports__form=form, exports__entry=None, exports__replaced_at=None)
