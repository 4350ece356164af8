"""What the page of anything that an issue prints tells beside the thing itself."""

from typing import Any

from gazette.models import Entry
from gazette.reading_on import steps_around
from gazette.trail import to_issue


def record_context(entry: Entry, here: str) -> dict[str, Any]:
    """Where it is printed, when it was published, and the entries of the issue before and after it.

    `here` names the kind of content at the end of the trail. One query where `entry.issue.publication` is
    at hand.
    """
    issue = entry.issue
    former, following = steps_around(entry)
    return {
        "publication": issue.publication,
        "issue": issue,
        "entry": entry,
        "published_at": issue.published_at,
        "former": former,
        "following": following,
        "trail": to_issue(issue),
        "here": here,
    }
