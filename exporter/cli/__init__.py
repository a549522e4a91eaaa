"""Be the process of a command: remember what those before it worked out, and only then load what commands need."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Sequence

from exporter.kept.process import be_alone, begin

__all__ = ["main", "program"]


def program() -> None:
    """Be the process of a command: what it holds is left to the system, which takes it back in a tenth of the time."""
    be_alone()
    status: list[int] = []
    atexit.register(_leave, status)  # registered first, it is called last
    try:
        main()
    except SystemExit as leaving:
        status += [leaving.code] if isinstance(leaving.code, int) else []
        raise


def _leave(status: Sequence[int]) -> None:
    sys.stdout.flush()
    sys.stderr.flush()
    if status:
        os._exit(status[0])


def main() -> None:
    """Run the command line and leave with its exit status."""
    atexit.register(begin(os.environ))
    from exporter.cli.line import run  # compiles hundreds of methods and patterns, which are known by now

    run()
