"""Put the library on the command line: one command a job, one line an error, an honest exit status."""

from __future__ import annotations

import os
import sys

from exporter.cli import figures, look, make, prove
from exporter.cli.app import app
from exporter.cli.say import fail
from exporter.errors import ExporterError

__all__ = ["app", "figures", "look", "main", "make", "prove"]


def main() -> None:
    """Run the command line and leave with its exit status."""
    debug = "--debug" in sys.argv
    try:
        app([argument for argument in sys.argv[1:] if argument != "--debug"])
    except ExporterError as error:
        if debug:
            raise
        fail(error)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody listens any more
        sys.exit(141)
    except Exception as error:
        if debug:
            raise
        fail(ExporterError(f"unexpected {type(error).__name__}: {error}; run again with --debug and report it"))
