"""Keep translations that passed the guard, by a key of their content: for this process, or in a folder.

Nothing is kept on disk unless the environment names a folder in `EXPORTER_TRANSLATIONS`: a document may be
confidential. A file is named by its key, which is a hash, and holds the English alone.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "EXPORTER_TRANSLATIONS"
MAX_BYTES = 100_000
"""Largest file that is read; none that is written comes near it."""
_PROCESS: dict[str, str] = {}


def cache_for(environment: Mapping[str, str] | None = None) -> MutableMapping[str, str]:
    """Give the folder that the environment names, else what this process keeps."""
    folder = (os.environ if environment is None else environment).get(VARIABLE, "")
    return Folder(Path(folder).expanduser()) if folder else _PROCESS


@dataclass(frozen=True)
class Folder(MutableMapping[str, str]):
    """A folder of translations, a file each; several processes may share it.

    A file that cannot be read, or holds anything but a translation, counts as missing. One that cannot be
    written is not kept: the translation has been made all the same.
    """

    path: Path

    def __getitem__(self, key: str) -> str:
        try:
            with self._file(key).open("rb") as file:
                given = json.loads(file.read(MAX_BYTES))
        except (OSError, ValueError, RecursionError):
            raise KeyError(key) from None
        if not isinstance(given, dict) or not isinstance(given.get("en"), str):
            raise KeyError(key)
        return str(given["en"])

    def __setitem__(self, key: str, english: str) -> None:
        data = json.dumps({"en": english}, ensure_ascii=False).encode("utf-8", "surrogatepass")
        with contextlib.suppress(OSError):
            self._file(key).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(self._file(key), data)

    def __delitem__(self, key: str) -> None:
        try:
            self._file(key).unlink()
        except OSError:
            raise KeyError(key) from None

    def __iter__(self) -> Iterator[str]:
        return (file.stem for file in sorted(self.path.glob("??/*.json")))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _file(self, key: str) -> Path:
        if not key.isalnum():
            raise KeyError(key)
        return self.path / key[:2] / f"{key}.json"


def _write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(data)
        Path(name).replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
