"""Finding the records of people and posts by what the print says."""

from typing import TypeVar

from django.db.models import Model

from appointments.models import Official, Post
from appointments.posts import split_post
from gazette.models import Body

Record = TypeVar("Record", bound=Model)


def find_official(name: str) -> Official:
    """The official of this name, made where there is none yet.

    Of several who share the name the first one is taken; an editor tells them apart. Raises
    ValidationError where no official can bear the name.
    """
    held = Official.objects.filter(name=name).order_by("pk").first()
    return held or _made(Official(name=name))


def find_post(name: str) -> Post:
    """The post in these words, made where there is none yet, with its organ where the words name one.

    Raises ValidationError where no post or no organ can have the name.
    """
    held = Post.objects.filter(name=name).first()
    if held:
        return held
    organ, _title = split_post(name)
    return _made(Post(name=name, body=_find_body(organ) if organ else None))


def _find_body(name: str) -> Body:
    return Body.objects.filter(name=name).first() or _made(Body(name=name))


def _made(record: Record) -> Record:
    """The record, checked and saved: SQLite would hold a name of any length."""
    record.full_clean()
    record.save()
    return record
