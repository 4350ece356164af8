"""How an editor brings a text in, for the tests that are about what comes after."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gazette.models import Publication, Source
from intake.jobs import read_submission
from intake.models import Submission

IMPORT = "admin:gazette_source_import"


def upload(
    client: Client, publication: Publication | str, data: bytes, name: str = "来稿.txt", **more: str
) -> Any:
    """The page after the file was sent."""
    chosen = publication.pk if isinstance(publication, Publication) else publication
    file = SimpleUploadedFile(name, data)
    return client.post(reverse(IMPORT), {"publication": chosen, "file": file, **more}, follow=True)


def read(submission: Submission) -> Submission:
    """The submission after a worker has done its job."""
    read_submission(submission.pk)
    submission.refresh_from_db()
    return submission


def step(client: Client, submission: Submission, name: str, **given: Any) -> Any:
    """The page after a step with the version that is shown now."""
    address = reverse(f"admin:intake_submission_{name}", args=[submission.pk])
    return client.post(address, {"version": submission.version, **given}, follow=True)


def accept(client: Client, submission: Submission) -> Source:
    """The source that accepting the submission made."""
    page = step(client, submission, "accept")
    submission.refresh_from_db()
    assert submission.source, page.content.decode()
    return submission.source
