"""How fast an issue is printed, beside Chromium and typst; the same text ten times over shows how it grows."""

import dataclasses
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from django.core.management import call_command

from benchmarks import rivals
from benchmarks.files import ISSUE, PLACE
from printing.compositor.order import Order
from printing.manuscript import Manuscript

TIMES = 10


@dataclass(frozen=True)
class Round:
    """Seconds by the clock and of the processors; memory at most and size of the PDF, in bytes."""

    seconds: float
    cpu: float
    peak: int
    size: int


def report(folder: Path, rounds: int) -> str:
    """Print the issue in turns, so that whatever else the machine does hits all alike."""
    text, faces = _manuscript()
    ways = _ways(folder, text, faces)
    found: dict[str, list[Round]] = {name: [] for name in ways}
    for number in range(rounds):
        for name, way in ways.items():
            print(f"{name}, round {number + 1} …", file=sys.stderr)
            found[name].append(way())
    lines = [_row(name, each, found["Chromium"]) for name, each in found.items()]
    long = _long(folder, text, max(1, rounds // 2))
    return "\n\n".join(["\n".join([*_head(), *lines]), _growth(found, long)])


def _ways(folder: Path, text: Manuscript, faces: dict[str, bytes]) -> dict[str, Callable[[], Round]]:
    order = _kept(folder / "order", text, faces)
    page = rivals.page_for_chromium(text, faces, folder / "page")
    source = rivals.text_for_typst(text, folder / "issue.typ")
    return {
        "ours, one process, warm": lambda: _ours("warm", order),
        "ours, two processes, from their start": lambda: _ours("whole", order),
        "Chromium": lambda: _rival(rivals.chromium, page, folder / "chromium.pdf"),
        "typst, the bare text": lambda: _rival(rivals.typst, source, folder / "typst.pdf"),
    }


def _long(folder: Path, text: Manuscript, rounds: int) -> list[Round]:
    many = dataclasses.replace(text, text=text.text * TIMES)
    order = _kept(folder / "long", many, {})
    return [_ours("whole", order) for _round in range(rounds)]


def _manuscript() -> tuple[Manuscript, dict[str, bytes]]:
    from gazette.models import Publication
    from intake.flows.import_source import import_source
    from printing.faces import faces_for
    from printing.render import manuscript

    call_command("migrate", verbosity=0)
    gazette = Publication.objects.create(
        code="bench", name=f"{PLACE}人民政府公报", place=PLACE, sponsor=f"{PLACE}人民政府"
    )
    issue = import_source(ISSUE.name, ISSUE.read_bytes(), gazette, as_printed=True).issue
    if issue is None:
        raise ValueError("the example is no issue")
    # The data that the portal puts into the file has no part in this, for the others have none.
    text = dataclasses.replace(manuscript(issue), attached=())
    return text, dict(faces_for(text.html).files)


def _kept(place: Path, text: Manuscript, faces: dict[str, bytes]) -> Path:
    place.write_bytes(pickle.dumps(Order(text, faces, text.digest, processes=1)))
    return place


def _ours(task: str, order: Path) -> Round:
    arguments = [sys.executable, "-m", "benchmarks.printing_child", task, str(order)]
    # The arguments are this project's own.
    answer = subprocess.run(arguments, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    return Round(**json.loads(answer.stdout))


def _rival(way: Callable[[Path, Path], rivals.Run], source: Path, target: Path) -> Round:
    done = way(source, target)
    return Round(done.seconds, done.cpu, done.peak, target.stat().st_size)


def _head() -> list[str]:
    columns = [
        "who prints",
        "seconds (median, from–to)",
        "× Chromium",
        "of the processors",
        "× Chromium",
        "peak memory",
        "× Chromium",
        "PDF",
        "× Chromium",
    ]
    return [f"| {' | '.join(columns)} |", "|---" + "|--:" * (len(columns) - 1) + "|"]


def _row(name: str, rounds: list[Round], chromium: list[Round]) -> str:
    seconds = [each.seconds for each in rounds]
    ratios = [_middle(rounds, what) / _middle(chromium, what) for what in ("seconds", "cpu", "peak", "size")]
    cells = [
        name,
        f"{median(seconds):.2f} ({min(seconds):.2f}–{max(seconds):.2f})",
        f"{ratios[0]:.2f}",
        f"{_middle(rounds, 'cpu'):.2f}",
        f"{ratios[1]:.2f}",
        f"{_middle(rounds, 'peak') / 1e6:.0f} MB",
        f"{ratios[2]:.2f}",
        f"{_middle(rounds, 'size') / 1e3:.0f} kB",
        f"{ratios[3]:.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def _middle(rounds: list[Round], what: str) -> float:
    return median(getattr(each, what) for each in rounds)


def _growth(found: dict[str, list[Round]], long: list[Round]) -> str:
    short = found["ours, two processes, from their start"]
    seconds, peak = _middle(long, "seconds"), _middle(long, "peak")
    ratio = seconds / _middle(short, "seconds")
    return (
        f"- {TIMES} × the text: {seconds:.1f} s, {ratio:.1f} times as long; {peak / 1e6:.0f} MB at most; "
        f"{_middle(long, 'size') / 1e3:.0f} kB"
    )
