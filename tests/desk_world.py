"""A text on the desk: an issue with something of every kind, and its reading, for the tests of the desk."""

import copy
import functools
from typing import Any

from django.contrib.auth.models import User

from gazette.models import Publication
from intake.models import Submission
from intake.read import read
from intake.reading import Problem, Reading
from intake.sources.text import SourceText
from tests.intake.texts import ISSUE

WHOLE = f"""{ISSUE.rstrip()}

伊河州人民政府大事记

4月1日　州长赵强主持召开经济形势分析会。

同日　副州长李雪到东河县调研春耕生产。

4月3日　全州供暖工作会议召开。

伊河州人民政府收文目录

云政发〔2021〕3号　关于加强水利建设的通知

云政发〔2021〕4号　关于做好春耕生产的意见

伊河州2021年4月国民经济主要指标

指标\t4月\t1-4月累计
工业增加值（亿元）\t12\t48
公路货运量（万吨）\t30\t110
"""
LINES = WHOLE.split("\n")


@functools.cache
def _as_read() -> dict[str, Any]:
    return read(SourceText("a.txt", WHOLE.encode(), WHOLE, "0" * 64)).to_json()


def reading() -> Reading:
    """The reading of the text, anew for each caller."""
    return Reading.from_json(copy.deepcopy(_as_read()))


def submission(publication: Publication, by: User, *, problems: list[Problem] | None = None) -> Submission:
    """The text, read and waiting for its review."""
    made = reading()
    made.problems = problems or []
    return Submission.objects.create(
        publication=publication,
        name="a.txt",
        sha256="0" * 64,
        original=WHOLE.encode(),
        text=WHOLE,
        reading=made.to_json(),
        state=Submission.State.READ,
        submitted_by=by,
        format="txt",
    )
