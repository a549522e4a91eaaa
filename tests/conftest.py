"""Give every test the real inputs beside the checkout, one measure of chance, and no network."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.reports import CHECKOUT, CORPUS, INPUTS, SAMPLE, SEED, SHARED, each
from tests.support.browser import chromium

__all__ = ["CHECKOUT", "INPUTS", "SHARED", "chromium"]

settings.register_profile("local", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("local"), derandomize=True, print_blob=True)
settings.register_profile("soak", settings.get_profile("local"), max_examples=2000)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real inputs beside the checkout; whoever asks for it is of the set `corpus`."""
    if not (SHARED / "corpus").is_dir():
        pytest.fail(f"no folder {SHARED}: put the real inputs (corpus/, seed/) beside the checkout", pytrace=False)
    return SHARED


@pytest.fixture(scope="session")
def seed_path(shared: Path) -> Path:
    """The report of Cixi of 2018, as scraped."""
    return SEED


@pytest.fixture(scope="session")
def corpus_files(shared: Path) -> tuple[Path, ...]:
    """Every real input of the corpus, in one order on every machine."""
    return CORPUS


@pytest.fixture(params=each(SAMPLE, SEED))
def report_path(request: pytest.FixtureRequest) -> Path:
    """A work report of some length: our sample, and the seed where it is there."""
    return Path(request.param)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark who asks for real inputs; leave them out where there are none, but not where CI is set."""
    absent = not (SHARED / "corpus").is_dir() and not os.environ.get("CI")
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker("corpus")
        if absent and item.get_closest_marker("corpus"):
            item.add_marker(pytest.mark.skip(reason=f"no real inputs in {SHARED}"))


def refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what would leave this machine: an audit hook, so that no library can go round it."""
    if event == "socket.getaddrinfo":
        _require_here(arguments[0])
    elif event in {"socket.connect", "socket.sendto", "socket.sendmsg"} and _sends(event, arguments[0]):
        _require_here(_host(arguments[1]))


def _sends(event: str, given: socket.socket) -> bool:
    return event != "socket.connect" or given.type != socket.SOCK_DGRAM  # connecting a datagram socket sends nothing


def _host(address: object) -> object:
    return address[0] if isinstance(address, tuple) and address else None


def _require_here(host: object) -> None:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    local = (None, "", "localhost", "::1", "0.0.0.0", "::", socket.gethostname())
    if isinstance(name, str) and name not in local and not name.startswith("127."):
        raise PermissionError(f"a test tried to reach {name}; tests reach nothing but this machine")


sys.addaudithook(refuse_network)
