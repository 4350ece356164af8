"""Why a process ended, by its exit code and its last words."""

import signal

_TIME = {-signal.SIGXCPU, -signal.SIGALRM}
# Python's, the C++ library's and GLib's words for it.
_NO_MEMORY = ("MemoryError", "bad_alloc", "failed to allocate", "Cannot allocate memory")


def fault_of(code: int, said: str = "") -> str:
    """time, memory, killed (the system's killer of large processes leaves no word), or crash."""
    if code in _TIME:
        return "time"
    if any(words in said for words in _NO_MEMORY):
        return "memory"
    return "killed" if code == -signal.SIGKILL else "crash"
