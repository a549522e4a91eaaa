"""Look English through with everything there is: figures, terms, meaning, and what is no translation at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from exporter.english.glossary.terms import TermBase, load
from exporter.english.guard.answers import answer_findings
from exporter.english.guard.contraries import contraries
from exporter.english.guard.exchanged import exchanged
from exporter.english.guard.finding import Finding
from exporter.english.guard.kinds import kinds
from exporter.english.guard.meaning import meaning
from exporter.english.guard.measures import measures
from exporter.english.guard.number_check import check_segment
from exporter.english.guard.opposites import opposites
from exporter.english.guard.persons import persons
from exporter.english.guard.roles import roles
from exporter.english.guard.shape import shape
from exporter.english.guard.tense import turned_tense
from exporter.english.guard.terms import own_kept, terms_kept
from exporter.model import Fact, PersonalTerm


def findings(
    zh: str, en: str, facts: Sequence[Fact] = (), own: Iterable[PersonalTerm] = (), base: TermBase | None = None
) -> tuple[Finding, ...]:
    """Check English that a person or a translator wrote: that it is English, its figures, its terms, its meaning.

    `facts` are the figures of the segment, `own` the user's terms; `base` None: the terms of the package.
    """
    base = load() if base is None else base
    if not en.strip():
        return check_segment(zh, en, facts, base)
    found = (
        *answer_findings(zh, en),
        *check_segment(zh, en, facts, base),
        *own_kept(zh, en, own),
        *terms_kept(zh, en, base),
        *meaning(zh, en, base),
        *exchanged(zh, en, base),
        *contraries(zh, en),
        *opposites(zh, en),
        *roles(zh, en, base),
        *turned_tense(zh, en),
        *kinds(zh, en),
        *measures(zh, en),
        *persons(zh, en),
        *shape(zh, en),
    )
    return tuple(one for one in dict.fromkeys(found) if one.code not in _told_from_its_other_end(zh, found))


def _told_from_its_other_end(zh: str, found: Iterable[Finding]) -> frozenset[str]:
    """Give what is no error together: of 甲慢于乙 both the two and the comparison are turned round."""
    both = frozenset(("meaning.order", "meaning.opposite"))
    codes = {one.code for one in found}
    return both if both <= codes and len(_COMPARED.findall(zh)) == 1 else frozenset()


_COMPARED = re.compile("(?<!不)[高低大小快慢多少强弱优好]于")


def standing(found: Iterable[Finding], note: str) -> tuple[Finding, ...]:
    """Give what stands in spite of a note: one that begins with `!` and says why overrules all but figures."""
    overruled = note.startswith("!") and len(note.strip("! ")) >= _REASON
    return tuple(one for one in found if not overruled or one.code.startswith(_LASTING))


_REASON = 3
"""Characters of a reason, at the least."""
_LASTING = ("figure.", "text.empty", "answer.hidden", "answer.tag")
"""What nobody overrules: figures are the source's, and what cannot be printed cannot be approved."""
