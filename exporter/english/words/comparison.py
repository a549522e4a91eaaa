"""Compare adjectives: greater, more stable."""

from __future__ import annotations

_COMPARATIVES = {
    "good": "better",
    "well": "better",
    "high": "higher",
    "high-level": "higher-level",
    "high-quality": "higher-quality",
    "high-standard": "higher-standard",
    "strong": "stronger",
    "deep": "deeper",
    "broad": "broader",
    "close": "closer",
    "clean": "cleaner",
    "safe": "safer",
    "fast": "faster",
    "large": "larger",
    "great": "greater",
    "strict": "stricter",
    "rich": "richer",
    "fair": "fairer",
    "green": "greener",
    "smart": "smarter",
    "solid": "more solid",
    "easy": "easier",
    "early": "earlier",
    "full": "fuller",
    "new": "newer",
    "wide": "wider",
    "tough": "tougher",
    "heavy": "heavier",
    "weak": "weaker",
    "low": "lower",
    "slow": "slower",
    "tight": "tighter",
    "smooth": "smoother",
    "healthy": "healthier",
}


def comparative(adjective: str) -> str:
    """Give the comparative of an adjective: `strong` → `stronger`, `direct` → `more direct`."""
    return _COMPARATIVES.get(adjective) or f"more {adjective}"
