"""Officials and posts by what an editor types; who or what is not held yet is made when the form is saved."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from appointments.flows import find_post
from appointments.models import Official, Post

# The way in which an official with a distinction is shown, and is therefore typed: 姓名（区分）.
NAME = re.compile(r"^(?P<name>[^（()）]+)(?:[（(](?P<distinction>[^（()）]+)[）)])?$")
SEVERAL = re.compile(r"[、，,；;]")


def official_named(text: str) -> Official:
    """The official whom the text names, not saved where there is none yet.

    Raises ValidationError where several bear the name, telling how to name each of them.
    """
    name, distinction = _parsed("".join(text.split()))
    held = list(Official.objects.filter(name=name).order_by("distinction", "pk"))
    exact = [each for each in held if each.distinction == distinction]
    if exact and (distinction or len(held) == 1):
        return exact[0]
    if distinction or not held:
        new = Official(name=name, distinction=distinction)
        _refuse_too_long(new)
        return new
    raise ValidationError(_ask_which(name, held))


def post_named(text: str) -> Post:
    """The post in these words, not saved where there is none yet."""
    name = "".join(text.split())
    held = Post.objects.filter(name=name).first()
    if held:
        return held
    new = Post(name=name)
    _refuse_too_long(new)
    return new


def kept_official(official: Official) -> tuple[Official, bool]:
    """The official as saved, and whether she was made now; an other row may have made her already."""
    if official.pk:
        return official, False
    return Official.objects.get_or_create(name=official.name, distinction=official.distinction)


def kept_post(post: Post) -> tuple[Post, bool]:
    """The same of a post, with its organ where its words name one."""
    held = Post.objects.filter(name=post.name).first()
    return (held, False) if held else (find_post(post.name), True)


def _parsed(text: str) -> tuple[str, str]:
    match = NAME.match(text)
    if SEVERAL.search(text):
        raise ValidationError(_("一行只写一个人，几个人请分几行。"))
    if match is None:
        raise ValidationError(_("请写姓名；与人同名的写成“姓名（区分）”。"))
    return match["name"], match["distinction"] or ""


def _refuse_too_long(record: Official | Post) -> None:
    """The fields' own limits, as one message for the one field in which they were typed."""
    try:
        record.clean_fields(exclude=["body"])
    except ValidationError as fault:
        raise ValidationError(fault.messages) from fault


def _ask_which(name: str, held: list[Official]) -> str:
    ways = "”或“".join(str(each) for each in held if each.distinction)
    message = _("有%(count)s位干部叫“%(name)s”，请写明是哪一位：“%(ways)s”。") % {
        "count": len(held),
        "name": name,
        "ways": ways,
    }
    if len(held) > 1 and any(not each.distinction for each in held):
        message += _("要写没有区分的那一位，请先到“干部”里填写区分。")
    return message
