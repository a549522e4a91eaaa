"""Export many reports at once; run it again and it does only what is left.

python examples/batch_export.py reports/ more/*.html --out out --jobs 4

A document that fails, hangs or crashes costs only itself. What was done is in OUT/ledger.jsonl.
`--executor` shows that any `concurrent.futures.Executor` will do: leave it out if in doubt.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

import exporter


@contextmanager
def executor_of(kind: str, workers: int) -> Iterator[Executor | None]:
    """Give the executor of that kind; None is the exporter's own way, which starts fastest."""
    if kind == "own":
        yield None
    elif kind == "threads":
        with ThreadPoolExecutor(workers) as pool:
            yield pool
    elif kind == "processes":
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            yield pool
    else:
        from distributed import Client, LocalCluster

        with (
            LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                dashboard_address=None,
                silence_logs=logging.CRITICAL,  # a heartbeat that comes after the cluster has closed is no error
            ) as cluster,
            Client(cluster) as client,
        ):
            yield client.get_executor(pure=False)


def main() -> int:
    """Make a job of every source, and tell of each outcome as it comes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", help="files, folders, patterns or fsspec URLs")
    parser.add_argument("--to", default="docx,pdf,brief", help="targets, joined by commas")
    parser.add_argument("--out", default="out", help="folder for what is made")
    parser.add_argument("--jobs", type=int, default=2, help="documents at once")
    parser.add_argument("--timeout", type=float, default=60, help="seconds for one document")
    parser.add_argument("--executor", choices=["own", "threads", "processes", "dask"], default="own")
    given = parser.parse_args()

    sources = exporter.find_sources(given.paths, leave_out=[given.out])
    jobs = (exporter.Job(source, tuple(given.to.split(",")), given.out) for source in sources)
    summary = exporter.Summary()
    with executor_of(given.executor, given.jobs) as executor:
        for outcome in exporter.export_all(jobs, executor, workers=given.jobs, timeout=given.timeout):
            summary = summary.plus(outcome)
            said = outcome.message or ", ".join(made.path for made in outcome.artefacts)
            print(f"{outcome.status:8}{outcome.seconds:6.2f} s  {said}", flush=True)
    print(f"{summary.done} done, {summary.skipped} skipped, {summary.failed} failed {dict(summary.codes) or ''}")
    return 1 if summary.failed else 0


if __name__ == "__main__":
    sys.exit(main())
