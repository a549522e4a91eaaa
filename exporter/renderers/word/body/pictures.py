"""Write the pictures of a document: each its bytes once in the package, scaled to the width there is."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Medium, Picture, plain
from exporter.renderers.layout.media import DRAWN, as_png, picture_size
from exporter.renderers.layout.table_widths import PT_PER_MM, text_height
from exporter.renderers.word.body.writing import Writing
from exporter.renderers.word.markup import EMU, attribute
from exporter.renderers.word.parts.package import OFFICE, Piece

SUFFIXES = {
    "image/png": "png",
    "image/jpeg": "jpeg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tiff",
    "image/x-emf": "emf",
    "image/x-wmf": "wmf",
}
"""Media that Word shows; of others that are made of dots a PNG is made."""


def drawing_xml(picture: Picture, writing: Writing, width: float) -> str:
    """Write a picture as a run, at most `width` mm wide; nothing for one whose bytes Word cannot show."""
    medium = writing.media.get(picture.image)
    if medium is None or medium.media not in SUFFIXES.keys() | DRAWN:
        return ""
    relation = writing.pictures.setdefault(medium.sha256, f"rPicture{len(writing.pictures) + 1}")
    writing.drawings += 1
    number = writing.drawings
    across, down = picture_size(picture, medium, width, text_height(writing.style) / PT_PER_MM)
    extent = f'cx="{max(1, round(across * EMU))}" cy="{max(1, round(down * EMU))}"'
    alt = attribute(picture.alt or plain(picture.caption))
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{2000 + number}" name="图片 {number}" descr="{alt}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{2000 + number}" name="图片 {number}" descr="{alt}"/>'
        "<pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def picture_pieces(writing: Writing) -> Iterator[Piece]:
    """Give the part of each picture that the body shows."""
    for number, (hash_, relation) in enumerate(writing.pictures.items(), 1):
        medium: Medium = writing.media[hash_]
        kind, data = (medium.media, medium.data) if medium.media in SUFFIXES else ("image/png", as_png(medium))
        yield Piece(f"/word/media/image{number}.{SUFFIXES[kind]}", kind, OFFICE + "image", relation, data)
