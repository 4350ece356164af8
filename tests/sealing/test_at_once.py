"""Two issues that are published in the same moment."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from gazette.models import Issue
from sealing.flows import seal
from sealing.models import Manifest
from sealing.offline.manifests import breaks
from tests import world as worlds
from tests.sealing.office import paper


@pytest.mark.django_db(transaction=True)
def test_they_stand_one_behind_the_other() -> None:
    """Neither forks the chain, and neither is refused."""
    if connection.vendor == "sqlite":
        pytest.skip(
            "SQLite lets one write at a time by itself, and threads of a test share its one connection"
        )
    gazette = worlds.publication()
    issues = [worlds.issue(gazette, number=number) for number in range(1, 5)]
    ready, faults = Barrier(len(issues)), list[BaseException]()

    def publish(issue: Issue) -> None:
        ready.wait()
        try:
            seal(issue, {"gazette.pdf": paper(str(issue.number))}, b"{}")
        except BaseException as error:
            faults.append(error)
        finally:
            connection.close()

    threads = [Thread(target=publish, args=[issue]) for issue in issues]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    chain = list(Manifest.objects.order_by("position"))
    assert [manifest.position for manifest in chain] == [1, 2, 3, 4]
    assert list(breaks(manifest.data for manifest in chain)) == []
