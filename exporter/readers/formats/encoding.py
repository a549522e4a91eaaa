"""Decode bytes to text: by mark, by pattern, strictly as UTF-8, then as what reads most like Chinese."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from exporter.errors import SourceError
from exporter.model import Notice, Span

MAX_DAMAGE = 0.005
"""Share of characters that may be unreadable before the source is refused."""
SAMPLE = 20_000
"""Bytes, from the first that is not ASCII on, that are looked at to tell one encoding from another."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)
_GB = frozenset(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "hz-gb-2312", "euc-cn"))
_COMMON = re.compile(
    "["
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
    "這國時們個為來會學對發說經過動種從後還無與業實進現機當點關體應開麼條間樣問題"
    "，。、；：“”（）《》　—％！？「」\u00a0]"
)
_OTHERS = re.compile(r"[^\t-\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that it was read by, and notices of damage."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, name: str = "source", declared: str | None = None) -> Decoded:
    """Decode bytes; `declared` is what the document says of itself, believed only where it reads better.

    Raises SourceError: `source.empty`, `source.not_text`, `source.encoding`.
    """
    if not data.strip(b"\x00\t\n\v\f\r \xef\xbb\xbf\xff\xfe"):
        raise SourceError(f"{name}: nothing but white space; give a file that holds a document", "source.empty")
    text, encoding = _text(data, name, declared)
    return Decoded(text, encoding, _damage(text, name, encoding))


def _text(data: bytes, name: str, declared: str | None) -> tuple[str, str]:
    for mark, codec, label in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, errors="replace").removeprefix("\ufeff"), label
    wide = _utf16(data)
    if wide:
        return data.decode(wide, errors="replace"), "utf-16"
    if data.count(b"\x00", 0, SAMPLE) > 8 + len(data[:SAMPLE]) // 500:
        raise SourceError(f"{name}: binary data, not text; give a text, web page, Word or PDF file", "source.not_text")
    try:
        strict = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, name, declared)
    if _ambiguous(data, strict):
        return _legacy(data, name, declared)
    return strict, "utf-8"


def _utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: one of its two orders reads as Chinese, with zero bytes for what is ASCII."""
    sample = data[: SAMPLE & ~1]
    if len(sample) < 4 or (b"\x00" not in sample and len(sample) < 40):
        return None
    scores = {codec: _reads(sample.decode(codec, errors="replace")) for codec in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda codec: scores[codec])
    # Without a zero byte nothing but its sense tells it from other encodings.
    return best if scores[best] > (0.5 if b"\x00" in sample else 0.8) else None


def _ambiguous(data: bytes, text: str) -> bool:
    """Tell whether a short text that is valid UTF-8 by chance is GBK: 通知 in GBK is valid UTF-8."""
    if len(data) > 64 or text.isascii() or any("\u3000" <= letter <= "\u9fff" for letter in text):
        return False
    return _reads(data.decode("gb18030", errors="replace")) > 0.9


def _legacy(data: bytes, name: str, declared: str | None) -> tuple[str, str]:
    scores = {}
    high = _HIGH.search(data)
    first = high.start() if high else 0
    for codec in ("gb18030", "big5hkscs", "utf-8"):
        sample = _whole(data[first : first + SAMPLE], codec)
        scores[codec] = _reads(sample) - 20 * sample.count("\ufffd") / max(1, len(sample))
    if declared and _codec(declared) in scores:
        scores[_codec(declared)] += 0.1
    best = max(scores, key=lambda codec: scores[codec])
    if scores[best] < 0.3:
        raise SourceError(
            f"{name}: the encoding cannot be told (tried UTF-8, GB18030, Big5); save the file as UTF-8",
            "source.encoding",
        )
    return data.decode(best, errors="replace"), {"big5hkscs": "big5"}.get(best, best)


def _codec(label: str) -> str:
    low = label.strip().lower()
    if low in _GB:
        return "gb18030"
    return "big5hkscs" if low.startswith("big5") else low


def _whole(sample: bytes, codec: str) -> str:
    """Decode a sample that may end inside a character."""
    return codecs.getincrementaldecoder(codec)(errors="replace").decode(sample)


def _reads(text: str) -> float:
    """Score how much a text reads as Chinese: the share of frequent characters and ASCII among all."""
    if not text:
        return 0.0
    counts = Counter(text)
    others, common = (sum(counts[char] for char in kind.findall("".join(counts))) for kind in (_OTHERS, _COMMON))
    return common / others if others else 0.5


def _damage(text: str, name: str, encoding: str) -> tuple[Notice, ...]:
    found = text.count("\ufffd")
    if not found:
        return ()
    if found > 3 and found > MAX_DAMAGE * len(text):
        raise SourceError(
            f"{name}: {found} of {len(text)} characters cannot be read as {encoding}; get an undamaged copy",
            "source.encoding",
        )
    places = [match.start() for match in re.finditer("\ufffd", text)]
    return tuple(
        Notice("source.damaged", "a character of the source is unreadable (U+FFFD)", span=Span(place, place + 1))
        for place in places
    )
