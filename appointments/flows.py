"""Finding the records of people and posts by what the print says."""

from appointments.models import Official, Post
from appointments.posts import split_post
from gazette.models import Body


def find_official(name: str) -> Official:
    """The official of this name, made where there is none yet.

    Of several who share the name the first one is taken; an editor tells them apart.
    """
    held = Official.objects.filter(name=name).order_by("pk").first()
    return held or Official.objects.create(name=name)


def find_post(name: str) -> Post:
    """The post in these words, made where there is none yet, with its organ where the words name one."""
    held = Post.objects.filter(name=name).first()
    if held:
        return held
    organ, _title = split_post(name)
    body = Body.objects.get_or_create(name=organ)[0] if organ else None
    return Post.objects.create(name=name, body=body)
