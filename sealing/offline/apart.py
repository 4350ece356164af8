"""Judges the signatures of one file and says so as JSON, in a process that may not take much: for strangers' files.

`python -m sealing.offline.apart FILE SECONDS MEGABYTES [CERTIFICATES…]`
"""

import json
import resource
import sys
from dataclasses import asdict
from pathlib import Path

from sealing.offline.signatures import SignatureError, signatures


def main(path: str, seconds: str, megabytes: str, *trust: str) -> None:
    memory = int(megabytes) << 20
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    try:
        with Path(path).open("rb") as file:
            found = signatures(file, [Path(each).read_bytes() for each in trust])
    except SignatureError:
        print(json.dumps(None))
    else:
        print(json.dumps([asdict(each) for each in found]))


if __name__ == "__main__":
    main(*sys.argv[1:])
