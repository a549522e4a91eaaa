"""Export on several machines: a Dask scheduler hands the documents to its workers.

python examples/several_machines.py reports/ --out out

To be tried on one machine, this starts a scheduler and two workers on the loopback interface. For real:
install `gongwenkit[dask]` on every machine, start `dask scheduler` on one and `dask worker ADDRESS` on the
others, give the script `--scheduler ADDRESS`; sources and OUT must lie where every machine sees them
under the same path. What was done is kept in OUT/ledger.jsonl, not in the scheduler: after any
crash, run the same command again.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from distributed import Client

import exporter


@contextmanager
def machines_here(number: int) -> Iterator[str]:
    """Start a scheduler and workers on the loopback interface, as on machines of their own; give its address."""
    with ExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
        here = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(folder / "scheduler.json")]
        worker = ["dask_worker", "--nthreads", "1", "--local-directory", str(folder), "--death-timeout", "60"]
        for command in (["dask_scheduler", "--port", "0"], *[worker] * number):
            started = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{command[0]}", *command[1:], *here],
                stderr=subprocess.DEVNULL,
            )
            running.callback(started.wait)
            running.callback(started.terminate)
        with Client(scheduler_file=str(folder / "scheduler.json"), timeout=60) as client:
            yield client.scheduler.address


def main() -> int:
    """Hand every source to the scheduler, and tell of each outcome as it comes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", help="files, folders, patterns or fsspec URLs")
    parser.add_argument("--to", default="docx,pdf,brief", help="targets, joined by commas")
    parser.add_argument("--out", default="out", help="folder for what is made")
    parser.add_argument("--scheduler", help="address of a running scheduler, as tcp://10.0.0.1:8786")
    given = parser.parse_args()

    sources = exporter.find_sources(given.paths, leave_out=[given.out])
    jobs = [exporter.Job(source, tuple(given.to.split(",")), given.out) for source in sources]
    with ExitStack() as open_here:
        address = given.scheduler or open_here.enter_context(machines_here(2))
        client = open_here.enter_context(Client(address, timeout=60))
        client.wait_for_workers(1, timeout=60)
        workers = sum(client.nthreads().values())
        failed = 0
        # pure=False: a task of the same arguments is to be done again in another run
        for outcome in exporter.export_all(jobs, client.get_executor(pure=False), workers=workers):
            failed += outcome.status == "failed"
            print(outcome.status, outcome.source, outcome.message or "", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
