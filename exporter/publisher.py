"""What a house says of itself on a brief: who made it, how to reach them, and what it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Seal: TypeAlias = Literal["none", "sealed", "stamp"]
"""What stands on a signature: nothing, the seal of a body, or a person's stamp."""


@dataclass(frozen=True, slots=True)
class House:
    """Lines of the house in Chinese and, by `_en`, in English; each is printed in its own language alone."""

    organisation: str = ""
    organisation_en: str = ""
    contact: str = ""
    contact_en: str = ""
    imprint: str = ""
    """Who is responsible for the contents, and where."""
    imprint_en: str = ""
    disclaimer: str = ""
    disclaimer_en: str = ""
    logo: str = ""
    """File of the style's folder, PNG, JPEG or SVG, that opens a brief."""
    logo_width: float = 24.0
    """mm that it is wide."""

    cover: bool = False
    """A page of its own before the pages of a brief: logo, names of the document, and who made it."""

    def lines(self) -> tuple[str, str]:
        """Give all that is said, a line in each language; empty where nothing is."""
        zh = (self.organisation, self.imprint, self.contact, self.disclaimer)
        en = (self.organisation_en, self.imprint_en, self.contact_en, self.disclaimer_en)
        return " · ".join(filter(None, zh)), " · ".join(filter(None, en))
