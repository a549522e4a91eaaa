"""Judge the words of elements: forms of numbers, dates and labels (7.2.1, 7.2.5, 7.3.2 to 7.3.6, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from exporter.measure.draft.draft import Draft, Part
from exporter.measure.draft.findings import Case, Finding, Mend, judged
from exporter.measure.draft.roles import Role
from exporter.style import Style

DIGITS = "〇一二三四五六七八九"
_DAY = r"\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日"
_FORMS: tuple[tuple[str, str, str, str, tuple[Role, ...]], ...] = (
    ("7.2.1", "form of the copy number", "six digits", r"\d{6}", ("copy_number",)),
    ("7.2.2", "form of the secrecy", "秘密★1年", r"(?:绝密|机密|秘密)(?:★.{1,6})?", ("secrecy",)),
    (
        "7.2.5",
        "form of the document number",
        "×发〔2025〕1号",
        r".*〔\d{4}〕[1-9]\d*号.*|第[1-9]\d*[号期]",
        ("document_number",),
    ),
    ("7.2.6", "label of the signatory", "签发人：", r"签发人：\S.*", ("signatory",)),
    ("7.3.2", "mark behind the addressee", "：", r".*：", ("addressee",)),
    ("7.3.5.4", "form of the date", "2025年3月6日", _DAY, ("date",)),
    ("7.3.6", "form of the remark", "（…）", r"（.*）", ("remark",)),
    ("7.4", "form of the copies", "抄送：…。", r"抄送：.*。", ("copied_to",)),
    ("7.4", "form of the printing", "…2025年3月7日印发", rf".*{_DAY}印发", ("issued",)),
)
"""Clause, what, expected, form of its text, roles."""


def forms(draft: Draft, style: Style) -> Iterator[Finding]:
    """Judge elements whose words have a form."""
    for clause, what, expected, form, roles in _FORMS:
        cases = [
            _case(part, re.fullmatch(form, _plain(part)) is not None, MENDED.get(roles[0]))
            for part in draft.of(*roles)
            if part.text.strip()
        ]
        yield judged(clause, what, expected, cases)
    yield from _attachments(draft)
    yield from _numbers(draft)


def _plain(part: Part) -> str:
    return re.sub(r"\s", "", part.text)


def _case(part: Part, right: bool, mended: Callable[[str], str] | None = None) -> Case:
    text = part.text
    better = mended(text) if mended and not right else text
    mends = (Mend("words", part.number, better),) if better != text else ()
    told = text.strip()
    return Case(
        part,
        told if len(told) <= 24 else f"…{told[-23:]}" if told.endswith(("：", ":", "。")) else told[:23] + "…",
        right,
        mends,
    )


def _attachments(draft: Draft) -> Iterator[Finding]:
    """Judge the list of attachments: label with a full-width colon, Arabic numbers with a point, no mark at the end."""
    parts = [part for part in draft.of("attachment") if part.text.strip()]
    labels = [_case(part, bool(re.match(r"\s*附件：", part.text)), _colon) for part in parts[:1]]
    yield judged("7.3.4", "label of the list of attachments", "附件：", labels)
    ends = [_case(part, part.text.rstrip()[-1] not in "。；;，,、.", _unmarked) for part in parts]
    yield judged("7.3.4", "no mark behind an attachment's name", "none", ends)
    several = [part for part in parts if len(parts) > 1 or _NUMBERED.match(part.text)]
    numbers = [
        _case(part, bool(re.match(r"\s*(?:附\s?件\s?[:：]\s*)?\d{1,2}\.", part.text)), _pointed) for part in several
    ]
    yield judged("7.3.4", "numbers of attachments", "1.", numbers)


_NUMBERED = re.compile(r"\s*附\s?件\s?[:：]\s*\d{1,2}\s?[、．.](?!\d)")
_NUMBERS: tuple[tuple[Role, str, str, re.Pattern[str]], ...] = (
    (
        "heading1",
        "一、",
        r"\s*[一二三四五六七八九十]+、(?![、．.])",
        re.compile(r"(\s*)([一二三四五六七八九十]+)\s?[、.．，,]\s*"),
    ),
    (
        "heading2",
        "（一）",
        r"\s*（[一二三四五六七八九十]+）(?![、．.])",
        re.compile(r"(\s*)[（(]([一二三四五六七八九十]+)[）)][、．.]?\s*"),
    ),
    ("heading3", "1.", r"\s*\d+\.(?!、)", re.compile(r"(\s*)(\d+)\s?[.．、)）]\s*")),
    ("heading4", "（1）", r"\s*（\d+）(?![、．.])", re.compile(r"(\s*)[（(](\d+)[）)][、．.]?\s*")),
)


def _numbers(draft: Draft) -> Iterator[Finding]:
    """Judge the numbers of headings: their form, and that they follow one another (7.3.3)."""
    for role, form, right, found in _NUMBERS:
        odd = _half_bracketed(draft) if role == "heading3" else []
        parts = [*odd, *(part for part in draft.of(role) if found.match(part.text))]  # others are numbered by Word
        mended = _renumbered(found, form)
        cases = [_case(part, re.match(right, part.text) is not None, mended) for part in parts]
        yield judged("7.3.3", f"form of the numbers {form}", form, cases)
    for role, form, _, found in _NUMBERS[:2]:
        values = [(part, _value(match[2])) for part in draft.of(role, "body") if (match := found.match(part.text))]
        cases = [
            Case(part, part.text.strip()[:8], now in (before + 1, 1) or _parted(draft, above, part))
            for (above, before), (part, now) in pairwise(values)
        ]
        yield judged("7.3.3", f"numbers {form} follow one another", "yes", cases)


def _half_bracketed(draft: Draft) -> list[Part]:
    """Find numbers 1） that stand where the standard has 1.: a paper that has both goes one level deeper."""
    texts = [part for part in draft.of("body", "heading3", "heading4") if not part.in_table]
    if any(re.match(r"\s*(?:\d{1,2}[.．]|[(（]\d{1,2}[)）])(?!\d)", part.text) for part in texts):
        return []
    return [part for part in texts if re.match(r"\s*\d{1,2}\s?[)）]", part.text)]


def _parted(draft: Draft, above: Part, part: Part) -> bool:
    """Between two numbers stands a heading of a higher level, or an attachment's label: counting begins anew."""
    between = draft.parts[above.number : part.number - 1]
    higher = ("title", "attachment_label", *(("heading1",) if part.role == "heading2" else ()))
    return any(one.role in higher for one in between)


def _value(numeral: str) -> int:
    tens, ten, ones = numeral.partition("十") if "十" in numeral else ("", "", numeral)
    return (DIGITS.find(tens) if tens else 1 if ten else 0) * 10 + (DIGITS.find(ones) if ones else 0)


# ---------------------------------------------------------------- mended words


def _colon(text: str) -> str:
    return re.sub(
        r"(附\s?件|签\s?发\s?人|抄\s?送)\s?[:：]?\s*", lambda found: re.sub(r"\s", "", found[1]) + "：", text, count=1
    )


def _unmarked(text: str) -> str:
    return text.rstrip().rstrip("。；;，,、.")


def _pointed(text: str) -> str:
    return re.sub(r"^(\s*(?:附件[:：]\s*)?)(\d{1,2})\s?[、．,，)）]\s*", r"\1\2.", text)


def _renumbered(found: re.Pattern[str], form: str) -> Callable[[str], str]:
    template = {"一、": r"\1\2、", "（一）": r"\1（\2）", "1.": r"\1\2.", "（1）": r"\1（\2）"}[form]
    return lambda text: found.sub(template, text, count=1)


def _addressed(text: str) -> str:
    return text.rstrip().rstrip(":：，,。、") + "："


def _number(text: str) -> str:
    text = re.sub(r"[\[［【(（〔]\s?(\d{4})年?\s?[\]］】)）〕]", r"〔\1〕", text)
    return re.sub(r"(〕)\s?第?\s?0*([1-9]\d*)\s?号", r"\1\2号", text)


def dated(text: str) -> str:
    """Give days in Arabic numerals without leading zeros."""
    count = r"\s?([一二三四五六七八九十\d]{1,3})\s?"
    day = rf"([〇○零一二三四五六七八九\d]{{4}})\s?年{count}月{count}日"
    plain = re.search(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", text)
    if plain:
        return text.replace(plain[0], f"{plain[1]}年{int(plain[2])}月{int(plain[3])}日")
    return re.sub(day, lambda found: f"{_year(found[1])}年{_count(found[2])}月{_count(found[3])}日", text)


def _year(text: str) -> str:
    return "".join(str(DIGITS.find("〇" if one in "○零" else one)) if not one.isascii() else one for one in text)


def _count(text: str) -> int:
    return int(text) if text.isascii() else _value(text)


def _remarked(text: str) -> str:
    return f"（{text.strip().strip('()（）')}）"


def _copied(text: str) -> str:
    return _colon(text).rstrip().rstrip(".，,；;。") + "。"


def _printed(text: str) -> str:
    text = dated(text).rstrip()
    return text if text.endswith("印发") else text + "印发"


MENDED: dict[Role, Callable[[str], str]] = {
    "document_number": _number,
    "signatory": _colon,
    "addressee": _addressed,
    "date": dated,
    "remark": _remarked,
    "copied_to": _copied,
    "issued": _printed,
}
