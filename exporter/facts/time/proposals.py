"""Find where a text lists what is only proposed: candidates that the assembly has yet to vote on are no targets."""

from __future__ import annotations

import re

from exporter.facts.passages import Passage

_PUT_TO_VOTE = re.compile(
    "候选(?:项目|事项|实事)?[^。]{0,40}(?:票决|投票|表决|审议|评选)(?!了|出|产生|选出|通过)|(?:提请|提交|请)[^。]{0,24}(?:票决|投票(?:选|产生|确定|决定))"
)
_ITEM = re.compile(
    r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳]|第[一二三四五六七八九十]{1,3}[，、]|[一二三四五六七八九十]{1,3}是)"
)


def proposed_from(passage: Passage, before: int | None) -> int | None:
    """Give the place in the source behind which aims are only proposed, in this passage; None where none are.

    `before` is that of the passage before: the items of a list are as open as what announces them.
    """
    found = _PUT_TO_VOTE.search(passage.folded)
    if found is not None:
        return passage.span(found.start(), found.end()).start
    return before if before is not None and passage.level is None and _ITEM.match(passage.folded) else None
