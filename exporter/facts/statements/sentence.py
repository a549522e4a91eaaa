"""Hold a sentence, and the names that its figures are given; every character of a name knows where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from exporter.facts.statements.closed_classes import ONCE_WORKING

ADDED = -1
"""Place of a character that no one printed there and a rule added: 资金, 占比."""


@dataclass(frozen=True, slots=True)
class Name:
    """Words taken from a sentence: `places` has, for each character, its offset there, or `ADDED`; an offset below that
    is of the sentence before."""

    text: str = ""
    places: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def __add__(self, other: Name | str) -> Name:
        if isinstance(other, str):
            return Name(self.text + other, (*self.places, *([ADDED] * len(other))))
        return Name(self.text + other.text, self.places + other.places)

    def __getitem__(self, part: slice) -> Name:
        return Name(self.text[part], self.places[part])

    def without(self, pattern: re.Pattern[str]) -> Name:
        """Drop what a pattern matches."""
        if not pattern.search(self.text):
            return self
        kept, at = Name(), 0
        for found in pattern.finditer(self.text):
            kept, at = kept + self[at : found.start()], found.end()
        return kept + self[at:]

    def strip(self, marks: str) -> Name:
        """Drop marks at both ends."""
        start = len(self.text) - len(self.text.lstrip(marks))
        return self[start : max(start, len(self.text.rstrip(marks)))]

    def removeprefix(self, prefix: str) -> Name:
        """Drop a beginning, where it stands."""
        return self[len(prefix) :] if prefix and self.text.startswith(prefix) else self

    def removesuffix(self, suffix: str) -> Name:
        """Drop an end, where it stands."""
        return self[: -len(suffix)] if suffix and self.text.endswith(suffix) else self

    def last_of_row(self) -> Name:
        """Give what stands behind the last 、."""
        return self[self.text.rfind("、") + 1 :]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a clause says beside its figure's name: words that its account holds and no field."""

    agent: Name = Name()
    """Who did it."""
    modifier: Name = Name()
    """Which of the things counted: 甲镇、乙镇等|5个镇."""
    deed: Name = Name()
    """What is said of the thing, where the deed of the figure is another: 投资3亿元的医院|开工建设."""


ALONE = Beside()
"""Nothing beside."""


@dataclass(frozen=True, slots=True)
class Named:
    """The subjects of a group, one for all its quantities or one each; none: they were said before."""

    names: tuple[Name, ...] = ()
    verb: Name | None = None
    """What was done with the thing counted."""
    subjects: tuple[Name, ...] = ()
    """What a later group means that leaves its subject out; empty: the names."""


def one_each(names: tuple[Name, ...], count: int) -> tuple[Name, ...]:
    """Give names where there is one for each of `count` numbers; else the last, as that of all."""
    return names if len(names) == count else names[-1:]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, folded and as printed."""

    text: str
    original: str

    def cut(self, *spans: tuple[int, int]) -> Name:
        """Give stretches of the sentence as a name, without spaces, hidden marks and lost brackets."""
        return _cut(self.original, spans)

    def whole(self, *spans: tuple[int, int]) -> Name:
        """Give stretches of the sentence as printed."""
        return _whole(self.original, spans)


@lru_cache(maxsize=64)
def _cut(original: str, spans: tuple[tuple[int, int], ...]) -> Name:
    return _tidied(_whole(original, spans))  # each reading of a group asks for the same stretches


def _whole(original: str, spans: tuple[tuple[int, int], ...]) -> Name:
    text = "".join([original[start:end] for start, end in spans])
    return Name(text, tuple(chain.from_iterable(range(start, min(end, len(original))) for start, end in spans)))


def _tidied(name: Name) -> Name:
    kept = name.without(_HIDDEN).strip("、，：；的").without(_IN_ORDER).without(_SAYS_NO_MORE)
    return _balanced(kept.without(_ONCE_DONE) if "后" in kept.text else kept).without(_TRAILING)


def _balanced(name: Name) -> Name:
    """Drop a bracket or quotation mark at either end that has lost its partner."""
    if not _PAIRED.search(name.text):
        return name
    for opening, closing in ("（）", "()", "“”", "「」", "《》", "〔〕"):
        more = name.text.count(opening) - name.text.count(closing)
        lost = opening if more > 0 else closing
        if more and name.text.endswith(lost):
            name = name[:-1]
        elif more and name.text.startswith(lost):
            name = name[1:]
    return name


_HIDDEN = re.compile(r"[\s\x01]+|〔\d+〕|\[\d+\]")
_IN_ORDER = re.compile("分别")
_SAYS_NO_MORE = re.compile(
    "^(?:相[关關]|上述)(?=..)(?![于於产產])|(?<=.)的?(?:整体|整體|总体|總體)(?=比[例重]$|占比$)"
    r"|(?<=..)(?:未[来來]|今[后後]|[过過]去)[几幾数數]年[内间間]?(?=..)|(?<=..)每年(?=对[^，。；]{2,}率$)|(?<=..)在(?:(?:19|20)\d\d|[上去前])年(?:底|末)?的?基[础礎]上$"
)
"""Words that point to what was said before, say that a share is that of all, or what a change is measured from."""
_ONCE_DONE = re.compile(f"(?:全部|全面|正式)?{ONCE_WORKING}(?:将|可以?|能|即|预计|有望|每年)*(?:形成|实现|新增|达到?)?")
"""The time from which a work does what is told of it: 电池项目|投产后将形成|年产能."""
_PAIRED = re.compile("[（）()“”「」《》〔〕]")
_TRAILING = re.compile(r"(?:(?<![共饱总柔温中平暖缓祥谐])和|以及|(?<![普涉危波惠])及|(?<![参赠给])与)$")


def is_level(scope: Name | None) -> bool:
    """Say whether a scope is a level of government, which ends with its clause: 市本级."""
    return scope is not None and scope.text.endswith(("级", "直"))
