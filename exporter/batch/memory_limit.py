"""Bound the memory of a process, and ask how much one holds."""

from __future__ import annotations

import os


def limit(memory: int) -> None:
    """Let the address space grow by `memory` and no more; leave no core file."""
    import resource  # Unix alone has it

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    now = _statm(os.getpid())[0]
    if now:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = now + memory
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))


def resident(pid: int) -> int:
    """Give the bytes of memory that a process holds; 0 where the system does not say."""
    return _statm(pid)[1]


def _statm(pid: int) -> tuple[int, int]:
    """Give bytes of address space and of resident memory; zeros where the system does not say."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as file:  # noqa: PTH123 - ten times a second for each child
            total, resident = file.read().split()[:2]
    except (OSError, ValueError):
        return 0, 0
    page = os.sysconf("SC_PAGE_SIZE")
    return int(total) * page, int(resident) * page
