"""One document, several targets: what can be made is made, and what cannot is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.batch.export import TargetsError, export_one


def test_targets_of_one_call_are_independent(tmp_path: Path) -> None:
    source = tmp_path / "要点.txt"
    source.write_text("工作要点\n\n一、目标\n\n总产值增长8%。\n", "utf-8")
    with pytest.raises(TargetsError, match="pdf-print") as caught:
        export_one(source, ("docx", "pdf-print", "json"), tmp_path / "out")
    assert caught.value.code == "icc.missing"
    assert [artefact.target for artefact in caught.value.made] == ["docx", "json"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["要点.docx", "要点.json"]
