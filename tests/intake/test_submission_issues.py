"""Submissions that were accepted before the issue was noted on them get it by the migration."""

from importlib import import_module

import pytest
from django.apps import apps

from gazette.models import Issue
from intake.flows.accept import accept
from intake.models import Submission
from tests import world as worlds
from tests.intake.test_revision import submitted
from tests.intake.texts import ISSUE

migration = import_module("intake.migrations.0004_issues_of_submissions")


@pytest.mark.django_db
@pytest.mark.parametrize("corrected", [False, True])
def test_an_earlier_submission_is_told_its_issue(*, corrected: bool) -> None:
    """By its source; where a correction has replaced that, by what its masthead says."""
    submission = submitted(worlds.publication(), ISSUE)
    issue = accept(submission, None).issue
    assert issue
    Submission.objects.update(issue=None)
    if corrected:
        Issue.objects.update(source=None)
    migration.note_issues(apps, None)
    assert Submission.objects.get().issue == issue
