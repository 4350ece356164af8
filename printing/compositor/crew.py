"""The processes that set sheets: forked, with a pipe each; with one, the work is done in this process."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from intake.sources.isolation import die_with_parent
from printing.compositor.faults import fault_of


@dataclass(frozen=True)
class Task:
    """A method of the setter with what it takes; `heavy` ones are begun first. `at` names a process."""

    name: str
    arguments: tuple[Any, ...]
    heavy: int = 0
    at: int | None = None


@dataclass(frozen=True)
class Done:
    """What a task gave, and which process did it."""

    result: Any
    at: int


Heard = Callable[[int, Any], None]


class FaultError(Exception):
    """A process of the crew ended, or its work did; the name of the fault, and what is known of it."""


class Crew(Protocol):
    def do(self, tasks: Sequence[Task], heard: Heard) -> list[Done]:
        """Do the tasks; what they gave, in their order. `heard` gets (task, what it tells) and at the end None."""

    def end(self) -> list[str]:
        """Part; the complaints of all."""


class Alone:
    """A crew of this process alone."""

    def __init__(self, setter: Any) -> None:
        self._setter = setter

    def do(self, tasks: Sequence[Task], heard: Heard) -> list[Done]:
        done = []
        for number, task in enumerate(tasks):
            done.append(Done(_do(self._setter, task, partial(heard, number, True)), 0))
            heard(number, None)
        return done

    def end(self) -> list[str]:
        return list(self._setter.complaints)


class Forked:
    """Some processes that were forked from this one, so that what is imported is in memory once."""

    def __init__(self, count: int, setter: Callable[[], Any]) -> None:
        self._pipes: list[Connection] = []
        for _number in range(count):
            self._pipes.append(self._fork(setter))

    def _fork(self, setter: Callable[[], Any]) -> Connection:
        ours, theirs = Pipe()
        if os.fork():
            theirs.close()
            return ours
        try:
            die_with_parent()
            for pipe in (*self._pipes, ours):
                pipe.close()
            _serve(theirs, setter)
        finally:
            os._exit(0)

    def do(self, tasks: Sequence[Task], heard: Heard) -> list[Done]:
        waiting = sorted(range(len(tasks)), key=lambda number: -tasks[number].heavy)
        idle, busy = set(range(len(self._pipes))), dict[Connection, tuple[int, int]]()
        done: dict[int, Done] = {}
        while len(done) < len(tasks):
            for at in sorted(idle):
                number = next((n for n in waiting if tasks[n].at in (None, at)), None)
                if number is not None:
                    waiting.remove(number)
                    idle.discard(at)
                    busy[self._pipes[at]] = number, at
                    self._pipes[at].send(tasks[number])
            for pipe in wait(list(busy)):
                number, at = busy[pipe]  # type: ignore[index]
                kind, told = _hear(pipe)  # type: ignore[arg-type]
                if kind == "done":
                    done[number] = Done(told, at)
                    del busy[pipe]  # type: ignore[arg-type]
                    idle.add(at)
                heard(number, told if kind == "told" else None)
        return [done[number] for number in range(len(tasks))]

    def end(self) -> list[str]:
        complaints: list[str] = []
        for pipe in self._pipes:
            pipe.send(None)
            complaints += _hear(pipe)[1]
            pipe.close()
        for _pipe in self._pipes:
            os.wait()
        return complaints


def _hear(pipe: Connection) -> tuple[str, Any]:
    try:
        kind, told = pipe.recv()
    except EOFError:
        raise FaultError(*_ending()) from None
    if kind == "fault":
        raise FaultError(*told)
    return kind, told


def _ending() -> tuple[str, str]:
    """How a process of the crew ended, which closed its pipe."""
    _pid, status = os.wait()
    code = os.waitstatus_to_exitcode(status)
    return fault_of(code), f"a process of the crew ended with {code}"


def _serve(pipe: Connection, setter: Callable[[], Any]) -> None:
    try:
        own = setter()
        while (task := pipe.recv()) is not None:
            pipe.send(("done", _do(own, task, lambda: pipe.send(("told", True)))))
        pipe.send(("done", own.complaints))
    except MemoryError:
        pipe.send(("fault", ("memory", "")))
    except (EOFError, BrokenPipeError):
        return
    except Exception:
        import traceback

        pipe.send(("fault", ("crash", traceback.format_exc())))


def _do(setter: Any, task: Task, tell: Callable[[], object]) -> Any:
    method = getattr(setter, task.name)
    return method(*task.arguments, tell) if task.name == "text" else method(*task.arguments)
