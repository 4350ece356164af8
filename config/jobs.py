"""How jobs are worked off: django-q2 with the portal's own database as its queue (decision 9)."""

from typing import Any


def cluster(workers: int, timeout: int) -> dict[str, Any]:
    """The settings of `manage.py qcluster`; `timeout` is the most that one job may take, in seconds."""
    return {
        "name": "gongbao",
        "label": "后台任务",
        "orm": "default",
        "broker_class": "intake.broker.DatabaseQueue",
        "workers": workers,
        "timeout": timeout,
        # Not before the worker is dead for certain; whoever died in a job has not acknowledged it.
        "retry": timeout + 60,
        # A fault of the program is final and told to the editor; only a job that was cut off runs again.
        "ack_failures": True,
        "max_attempts": 3,
        "poll": 1,
        "guard_cycle": 1,
        "save_limit": 200,
        "catch_up": False,
        "scheduler": False,
        # A worker gives its memory back now and then, and may have processes of its own.
        "recycle": 50,
        "daemonize_workers": False,
        "log_level": "WARNING",
    }
