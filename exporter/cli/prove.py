"""Prove artefacts and English: check, verify, measure."""
