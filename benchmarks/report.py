"""What was measured, as a table."""

from benchmarks.files import TIMES
from benchmarks.measure import Measured

HEAD = "| what | file | characters | seconds (median, from–to) | characters a second | peak memory (at the start) |"


def table(rows: list[tuple[str, str, Measured]]) -> str:
    lines = [HEAD, "|---|---|--:|--:|--:|--:|"]
    lines += [_row(*row) for row in rows]
    return "\n".join(lines)


def _row(what: str, file: str, found: Measured) -> str:
    seconds = f"{found.median:.3f} ({min(found.seconds):.3f}–{max(found.seconds):.3f})"
    memory = f"{found.peak / 1e6:.0f} MB ({found.started / 1e6:.0f} MB)"
    return f"| {what} | {file} | {found.characters:,} | {seconds} | {found.speed:,.0f} | {memory} |"


def growth(what: str, short: Measured, long: Measured) -> str:
    """How the cost of a character grows with the length of the issue; 1 where it does not."""
    ratio = (long.median / long.characters) / (short.median / short.characters)
    return f"- {what}: a character of the long issue costs {ratio:.2f} times one of the short ({TIMES} × the items)"
