"""Say how something was done: what stands before a verb, and its English around the participle."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MANNERS: Mapping[str, str] = MappingProxyType(
    {
        "累计": "{}",
        "共": "{}",
        "已": "{}",
        "全年": "{}",
        "新": "newly {}",
        "全部": "{} in full",
        "全面": "{}",
        "顺利": "{}",
        "成功": "successfully {}",
        "按期": "{} on schedule",
        "按时": "{} on schedule",
        "如期": "{} on schedule",
        "提前": "{} ahead of schedule",
        "陆续": "{} in succession",
        "基本": "basically {}",
        "加快": "{} at a faster pace",
        "公开": "openly {}",
        "集中": "{} together",
        "免费": "{} free of charge",
        "依法": "{} in accordance with the law",
        "联合": "jointly {}",
        "重点": "{} as a priority",
        "尽早": "{} as early as possible",
        "尽快": "{} as soon as possible",
    }
)


def is_manner(words: str) -> bool:
    """Say whether words tell only how something was done: 基本."""
    return words in MANNERS
