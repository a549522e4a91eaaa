"""The recipe of the image, read without building it: what it copies is there, what it calls is a command of ours."""

from __future__ import annotations

import re
import shlex

from typer.main import get_command

from exporter.cli.line import app
from tests.conftest import CHECKOUT

RECIPE = (CHECKOUT / "Containerfile").read_text("utf-8").replace("\\\n", " ")
STEPS = [line.split(maxsplit=1) for line in RECIPE.splitlines() if re.match(r"[A-Z]+ ", line)]


def said(step: str) -> list[str]:
    return [rest for name, rest in STEPS if name == step]


def test_it_begins_with_an_image_and_ends_with_the_command() -> None:
    assert STEPS[0][0] == "FROM" and said("ENTRYPOINT") == ['["/opt/exporter/bin/exporter"]']


def test_what_it_copies_is_in_the_checkout_and_holds_what_the_package_is_built_of() -> None:
    copied = [name for rest in said("COPY") for name in shlex.split(rest)[:-1]]
    assert [name for name in copied if not (CHECKOUT / name).exists()] == []
    needed = {"pyproject.toml", "requirements.lock", "README.md", "LICENSE", "exporter", "styles", "source"}
    assert needed <= set(copied)


def test_what_it_calls_are_commands_of_ours_with_options_that_they_have() -> None:
    root = get_command(app)
    calls = re.findall(r"/opt/exporter/bin/exporter ([^&]+)", " && ".join(said("RUN")))
    assert len(calls) >= 4
    for call in calls:
        command, words = root, shlex.split(call)
        while hasattr(command, "commands"):
            command = command.commands[words.pop(0)]
        known = {option for param in command.params for option in param.opts}
        assert [word for word in words if word.startswith("-") and word not in known] == [], call


def test_it_leaves_no_list_of_packages_and_asks_for_hashes() -> None:
    runs = " ".join(said("RUN"))
    assert "rm -rf /var/lib/apt/lists/*" in runs and "--no-install-recommends" in runs and "--require-hashes" in runs
