"""Carry bytes to a document and a document to bytes: the function types of the house, and the door for sources."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from exporter.errors import SourceError
from exporter.model import Document, Source
from exporter.style import Style

Reader: TypeAlias = Callable[[Source], Document]
Transform: TypeAlias = Callable[[Document], Document]
Renderer: TypeAlias = Callable[[Document, Style], bytes]

MAX_BYTES = 100_000_000
"""Largest source that is read."""
