"""Prove artefacts made earlier against their source."""

from exporter.verify.difference import Difference
from exporter.verify.prove import Proof, verify

__all__ = ["Difference", "Proof", "verify"]
