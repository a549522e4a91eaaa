"""Ways to get it wrong: each is one line that says what was found and what to do, and no file is left."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.called import call

REPORT = "一、2021年工作回顾\n全市地区生产总值100亿元，增长5%。\n二、2022年工作\n我们要继续努力。\n"
SCAN = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF"""
USAGE, FAILED = 2, 1
MISUSES: tuple[tuple[str, int, str], ...] = (
    # what is typed, exit status, code
    ("export none.txt", FAILED, "source.not_found"),
    ("export folder", FAILED, "source.not_regular"),
    ("export empty.txt", FAILED, "source.empty"),
    ("export blank.txt", FAILED, "source.empty"),
    ("export binary.txt", FAILED, "source.not_text"),
    ("export old.doc", FAILED, "source.unsupported"),
    ("export table.xlsx", FAILED, "source.unsupported"),
    ("export picture.png", FAILED, "source.unsupported"),
    ("export packed.gz", FAILED, "source.unsupported"),
    ("export broken.docx", FAILED, "docx.malformed"),
    ("export broken.pdf", FAILED, "pdf.malformed"),
    ("export pipe", FAILED, "source.not_regular"),
    ("export nowhere/a.txt", FAILED, "source.not_found"),
    ("export a.txt/b.txt", FAILED, "source.unreadable"),
    ("export ftps://example.org/a.txt", FAILED, "source.unsupported"),
    ("export", USAGE, "usage"),
    ("export a.txt --to papyrus", USAGE, "usage"),
    ("export a.txt --to ,", USAGE, "usage"),
    ("export a.txt --to", USAGE, "usage"),
    ("export a.txt --pages 0", USAGE, "usage"),
    ("export a.txt --pages many", USAGE, "usage"),
    ("export a.txt --languages fr", USAGE, "usage"),
    ("export a.txt --colour red", USAGE, "usage"),
    ("export a.txt --set 签发人", USAGE, "usage"),
    ("export a.txt --set 签发人=", USAGE, "usage"),
    ("export a.txt --set 印章=某某", USAGE, "usage"),
    ("batch a.txt --set 签发人", USAGE, "usage"),
    ("export a.txt --out a.txt", FAILED, "output.write"),
    ("export a.txt --to md --out a.txt/b", FAILED, "output.write"),
    ("export a.txt --style none", FAILED, "style.unknown"),
    ("export a.txt --style folder", FAILED, "style."),
    ("export a.txt --style wrong", FAILED, "style.invalid"),
    ("export a.txt --to docx --template none.dotx", FAILED, "source.not_found"),
    ("export a.txt --to docx --template a.txt", FAILED, "template.malformed"),
    ("export a.txt --to pdf-print", FAILED, "icc.missing"),
    ("export a.txt --to pdf-print --icc a.txt", FAILED, "icc.invalid"),
    ("export a.txt --to pdf-print --icc none.icc", FAILED, "source.not_found"),
    ("export a.txt --to pdf --fonts none", FAILED, "font.folder"),
    ("export a.txt --to brief-html --memory none.tmx", FAILED, "source.not_found"),
    ("export a.txt --to brief-html --memory a.txt", FAILED, "exchange.malformed"),
    ("export a.txt --to brief-html --reviewed none.xlf", FAILED, "source.not_found"),
    ("export a.txt --to brief-html --reviewed a.txt", FAILED, "exchange."),
    ("export a.txt --to brief-html --translator nobody", FAILED, "part.unknown"),
    ("export a.txt --to brief-html --translator deepl", FAILED, "translate.no_key"),
    ("export a.txt -o b.xyz", USAGE, "usage"),
    ("export a.txt a.txt -o b.md", USAGE, "usage"),
    ("export a.txt -o -", USAGE, "usage"),
    ("export a.txt --out - --to md,json", USAGE, "usage"),
    ("export a.txt --to md -o a.txt", FAILED, "output.is_source"),
    ("export a.txt --to md -o folder", FAILED, "output."),
    ("export a.txt --to= --out b", USAGE, "usage"),
    ("export a.txt --to md -o pipe", FAILED, "output."),
    ("export a.txt --name b.md", USAGE, "usage"),
    ("export a.json", FAILED, "document.json"),
    ("facts a.txt --format ods", USAGE, "usage"),
    ("facts a.txt -o b.pdf", USAGE, "usage"),
    ("facts a.txt -o b.json", USAGE, "usage"),
    ("facts a.txt -o b", USAGE, "usage"),
    ("facts a.txt --format csv -o b.xlsx", USAGE, "usage"),
    ("facts folder -o b.csv", FAILED, "source.not_regular"),
    ("export a.txt --to md -o b.docx", USAGE, "usage"),
    ("export a.txt -o folder", USAGE, "usage"),
    ("export a.txt --to md --icc none.icc", FAILED, "source.not_found"),
    ("export a.txt --to md --fonts none", FAILED, "font.folder"),
    ("export a.txt a.txt a.txt --to md --terms none.csv", FAILED, "source.not_found"),
    ("export a.txt a.txt --style none", FAILED, "style.unknown"),
    ("batch a.txt a.json --terms none.csv", FAILED, "source.not_found"),
    ("batch a.txt a.json --style none", FAILED, "style.unknown"),
    ("batch a.txt a.json --out a.txt/b", FAILED, "output.write"),
    ("batch a.txt --out -", USAGE, "usage"),
    ("batch none.txt", FAILED, "source.not_found"),
    ("facts none.txt -o b.csv", FAILED, "source.not_found"),
    ("facts folder", FAILED, "source.not_regular"),
    ("outline", USAGE, "usage"),
    ("outline a.txt b.txt", USAGE, "usage"),
    ("diff a.txt", USAGE, "usage"),
    ("diff a.txt none.txt", FAILED, "source.not_found"),
    ("check none.txt", FAILED, "source.not_found"),
    ("verify a.txt a.txt", FAILED, "verify.no_model"),
    ("verify none.pdf a.txt", FAILED, "source.not_found"),
    ("measure a.txt", FAILED, "source.unsupported"),
    ("measure none.docx", FAILED, "source.not_found"),
    ("measure a.txt --fix a.txt", FAILED, "output.is_source"),
    ("measure a.txt --fix b.docx", USAGE, "usage"),
    ("measure broken.docx --comment b.docx", FAILED, "docx."),
    ("terms", USAGE, "usage"),
    ("batch", USAGE, "usage"),
    ("batch folder", FAILED, "source.not_regular"),
    ("batch a.txt --jobs 0", USAGE, "usage"),
    ("batch a.txt --timeout 0", USAGE, "usage"),
    ("batch a.txt --out a.txt", FAILED, "output.write"),
    ("batch a.txt --out pipes", FAILED, "output.write"),
    ("targetz", USAGE, "usage"),
    ("styles extra", USAGE, "usage"),
    ("--messages fr styles", USAGE, "usage"),
    # as they were tried by hand, with real files in the room
    ("export loop", FAILED, "source.unreadable"),
    ("export dangling.txt", FAILED, "source.not_found"),
    ("export zeros.txt", FAILED, "source.empty"),
    ("export bare.html", FAILED, "source.empty"),
    ("export cut.docx", FAILED, "docx.malformed"),
    ("export letters.odt", FAILED, "source.unsupported"),
    ("export scan.pdf", FAILED, "pdf.no_text"),
    ("export -dash.txt", USAGE, "usage"),
    ("export file:///nowhere/x.txt", FAILED, "source.not_found"),
    ("export zip://x.txt::none.zip", FAILED, "source.not_found"),
    ("export a.txt --organisation --to json", USAGE, "usage"),
    ("export a.txt --memory --terms c.csv", USAGE, "usage"),
    ("export a.txt --memory cut.tmx", FAILED, "exchange.malformed"),
    ("export a.txt --memory stub.db", FAILED, "exchange.malformed"),
    ("export a.txt --memory folder", FAILED, "source.not_regular"),
    ("export a.txt --reviewed v9.xlf", FAILED, "exchange.malformed"),
    ("export a.txt --reviewed cut.docx", FAILED, "exchange.malformed"),
    ("export a.txt --terms plain.csv", FAILED, "terms.malformed"),
    ("export a.txt --terms cut.docx", FAILED, "terms.unreadable"),
    ("export a.txt --style heirless", FAILED, "style.unknown"),
    ("export a.txt --fonts a.txt", FAILED, "font.folder"),
    ("export a.txt --layout rows", USAGE, "usage"),
    ("export a.txt --xliff 1.3", USAGE, "usage"),
    ("export a.txt --previous folder", FAILED, "source.not_regular"),
    ("export a.txt --out /dev/null", FAILED, "output.write"),
    ("export a.txt --to md -o /dev/full", FAILED, "output.not_regular"),
    ("export a.txt --translator openai", FAILED, "translate.no_key"),
    ("export a.txt --pages 2.5", USAGE, "usage"),
    ("batch a.txt --timeout soon", USAGE, "usage"),
    ("batch none*.txt", FAILED, "source.not_found"),
    ("check a.txt --memory none.db", FAILED, "source.not_found"),
    ("diff a.txt a.txt a.txt", USAGE, "usage"),
    ("diff - -", USAGE, "usage"),
    ("measure cut.docx", FAILED, "docx.malformed"),
    ("measure cut.docx --comment b.pdf", USAGE, "usage"),
    ("template a.txt", FAILED, "template.malformed"),
    ("template none.dotx --check", FAILED, "source.not_found"),
    ("terms show none.txt", FAILED, "source.not_found"),
    ("terms --export tbx a.txt", USAGE, "usage"),
    ("terms --export pdf", USAGE, "usage"),
    ("terms add 数智港 --terms c.csv", USAGE, "usage"),
    ("terms add 数智港 Port --terms folder", USAGE, "usage"),
    ("terms add Port 数智港 --terms c.csv", FAILED, "terms.invalid"),
    ("terms import none.csv --terms c.csv", FAILED, "source.not_found"),
    ("terms list --terms none.csv", FAILED, "source.not_found"),
    ("fonts instal", USAGE, "usage"),
    ("fonts install --from none", FAILED, "font.folder"),
    ("models install --from none", FAILED, "translate.no_model"),
    ("models install --from folder", FAILED, "translate.model"),
    ("review none.txt", FAILED, "source.not_found"),
    ("review a.txt --out a.txt", FAILED, "output.is_source"),
    ("review bare.html --out bare.html", FAILED, "output.is_source"),
    ("review a.txt --reviewed bare.html --out bare.html", FAILED, "output.is_source"),
    ("review a.txt --out b.pdf", USAGE, "usage"),
    ("review a.txt --port 70000", USAGE, "usage"),
    ("review a.txt --memory cut.tmx", FAILED, "exchange.malformed"),
    ("serve --port -1", USAGE, "usage"),
    ("serve extra", USAGE, "usage"),
    ("exprot a.txt", USAGE, "usage"),
)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with everything that the misuses name."""
    room = tmp_path / "room"
    for folder in ("folder", "wrong", "pipes"):
        (room / folder).mkdir(parents=True)
    (room / "a.txt").write_text(REPORT, "utf-8")
    (room / "a.json").write_text('{"some": "thing"}', "utf-8")
    (room / "wrong" / "style.toml").write_text('extends = "official"\ncolour = "red"\n', "utf-8")
    files = {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "binary.txt": bytes(range(8)) * 64,
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(64),
        "packed.gz": b"\x1f\x8b\x08" + bytes(64),
        "broken.docx": b"PK\x03\x04" + b"x" * 64,
        "broken.pdf": b"%PDF-1.7\nbroken",
        "zeros.txt": bytes(300),
        "bare.html": b"<html><body></body></html>",
        "cut.docx": b"PK\x03\x04" + b"\x14" * 64,
        "cut.tmx": b"<tmx",
        "stub.db": b"SQLite format 3\0",
        "v9.xlf": b'<xliff version="9.9"/>',
        "plain.csv": b"a,b\n1,2\n",
        "-dash.txt": REPORT.encode(),
        "scan.pdf": SCAN,
    }
    for name, data in files.items():
        (room / name).write_bytes(data)
    with zipfile.ZipFile(room / "table.xlsx", "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    with zipfile.ZipFile(room / "letters.odt", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    (room / "heirless").mkdir()
    (room / "heirless" / "style.toml").write_text('extends = "nobody"\n', "utf-8")
    (room / "loop").symlink_to("loop")
    (room / "dangling.txt").symlink_to("nowhere.txt")
    os.mkfifo(room / "pipe")
    os.mkfifo(room / "pipes" / "ledger.jsonl")
    for name in ("EXPORTER_DEEPL_KEY", "EXPORTER_OPENAI_URL", "EXPORTER_FONTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(room)
    return room


def test_there_are_sixty() -> None:
    assert len({typed for typed, _, _ in MISUSES}) == len(MISUSES) >= 60


@pytest.mark.parametrize(("typed", "status", "code"), MISUSES, ids=[typed for typed, _, _ in MISUSES])
def test_a_misuse_is_one_good_line(
    room: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    status: int,
    code: str,
) -> None:
    before = files(room)
    targets = () if "--to" in typed or not typed.startswith(("export ", "batch ")) else ("--to", "json")
    single = {"-o", "--out -"} & {typed[at : at + 2] for at in range(len(typed))}
    found = call(capsys, monkeypatch, *typed.split(), *(() if single else targets))
    assert found.status == status, found
    lines = [line for line in found.err.splitlines() if line.startswith("error[")]
    assert len(lines) == 1, found.err
    assert re.match(rf"error\[{re.escape(code)}[^\]]*\]: ..", lines[0]), found.err
    assert "Traceback" not in found.err and len(lines[0]) < 600
    assert found.out == "" or typed.startswith("fonts")
    assert files(room) == before


def files(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))
