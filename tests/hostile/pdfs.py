"""Hostile PDFs: broken, locked, endless, without text."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from tests.hostile.cases import Case


def cases() -> Iterator[Case]:
    """Give every hostile PDF; none of them holds the frame of a report."""
    good = _pdf()
    yield Case("pdf_blank.pdf", good, "refused")
    yield Case("pdf_head_only.pdf", b"%PDF-1.7\n", "refused")
    yield Case("pdf_junk.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 100, "refused")
    yield Case("pdf_cut.pdf", good[: len(good) // 2], "refused")
    yield Case("pdf_no_pages.pdf", _pdf(pages=0), "refused")
    yield Case("pdf_many_pages.pdf", lambda: _pdf(pages=3000), "either", framed=False)
    yield Case("pdf_locked.pdf", _locked(), "refused")
    yield Case("pdf_loop.pdf", _loop(), "either", framed=False)
    yield Case("pdf_huge_page.pdf", _pdf(box=1e9), "either", framed=False)
    yield Case("pdf_tiny_page.pdf", _pdf(box=0), "either", framed=False)
    yield Case(
        "pdf_text.pdf",
        _pdf(content=b"BT /F1 12 Tf 100 700 Td (Revenue grew by 8 percent) Tj ET"),
        "either",
        framed=False,
    )
    yield Case("pdf_unbalanced.pdf", _pdf(content=b"q " * 100_000 + b"BT (x) Tj"), "either", framed=False)
    yield Case("pdf_operators.pdf", _pdf(content=b"BT " + b"(x) Tj " * 200_000), "either", framed=False)
    yield Case("pdf_action.pdf", _action(), "either", framed=False)
    yield Case("pdf_stream_bomb.pdf", lambda: _pdf(content=b" " * 200_000_000), "either", framed=False)


def _pdf(pages: int = 1, box: float = 595, content: bytes = b"") -> bytes:
    made = pikepdf.new()
    for _ in range(pages):
        made.pages.append(
            pikepdf.Page(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Page,
                    MediaBox=[0, 0, box, box],
                    Contents=made.make_stream(content),
                    Resources=pikepdf.Dictionary(
                        Font=pikepdf.Dictionary(
                            F1=pikepdf.Dictionary(
                                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
                            )
                        )
                    ),
                )
            )
        )
    return _saved(made)


def _saved(made: pikepdf.Pdf, encryption: pikepdf.Encryption | None = None) -> bytes:
    file = BytesIO()
    made.save(file, encryption=encryption or False, compress_streams=True)
    return file.getvalue()


def _locked() -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    return _saved(made, pikepdf.Encryption(owner="a", user="b"))


def _loop() -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    made.Root.Pages.Kids.append(made.Root.Pages)
    return _saved(made)


def _action() -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    made.attachments["a.txt"] = b"x"
    return _saved(made)
