"""Write Chinese names in English: persons and places in pinyin, the generic part of a place or body in words.

Persons by GB/T 28039-2011: surname first, given name in one word, no tone marks. Places: specific part in
pinyin and generic part in English (慈溪市 → Cixi City); a specific part of one syllable keeps its generic
(蔚县 → Yuxian County).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from exporter.english.glossary.terms import load
from exporter.english.words.morphology import joined
from exporter.english.words.syllables import syllables
from exporter.style import data_folder

GENERICS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "特别行政区": ("Special Administrative Region", "Special Administrative Region"),
        "经济技术开发区": ("Economic and Technological Development Area",) * 2,
        "高新技术产业开发区": ("High-Tech Industrial Development Zone",) * 2,
        "经济开发区": ("Economic Development Zone",) * 2,
        "开发区": ("Development Zone",) * 2,
        "自治区": ("Autonomous Region", "Autonomous Regional"),
        "自治州": ("Autonomous Prefecture", "Autonomous Prefectural"),
        "自治县": ("Autonomous County", "Autonomous County"),
        "自治旗": ("Autonomous Banner", "Autonomous Banner"),
        "街道": ("Subdistrict", "Subdistrict"),
        "新区": ("New Area", "New Area"),
        "地区": ("Prefecture", "Prefectural"),
        "林区": ("Forestry District", "Forestry District"),
        "省": ("Province", "Provincial"),
        "市": ("City", "Municipal"),
        "县": ("County", "County"),
        "区": ("District", "District"),
        "旗": ("Banner", "Banner"),
        "盟": ("League", "League"),
        "镇": ("Town", "Town"),
        "乡": ("Township", "Township"),
        "村": ("Village", "Village"),
    }
)
"""The generic part of a place: as a name, and before the name of its government; longest first."""
PLACE = r"(?:[\u4e00-\u9fff]{1,12}?(?:自治区|自治州|自治县|自治旗|省|市|州|县|区|旗|盟|镇|乡))"
"""What may be a place in a line of a fixed form."""

_PEOPLES: Mapping[str, str] = MappingProxyType(
    {
        "蒙古族": "Mongolian", "蒙古": "Mongolian", "回族": "Hui", "藏族": "Tibetan", "维吾尔": "Uygur", "苗族": "Miao",
        "彝族": "Yi", "壮族": "Zhuang", "布依族": "Bouyei", "朝鲜族": "Korean", "满族": "Manchu", "侗族": "Dong",
        "瑶族": "Yao", "白族": "Bai", "土家族": "Tujia", "哈尼族": "Hani", "哈萨克": "Kazak", "傣族": "Dai",
        "黎族": "Li", "傈僳族": "Lisu", "佤族": "Va", "畲族": "She", "拉祜族": "Lahu", "水族": "Shui",
        "东乡族": "Dongxiang", "纳西族": "Naxi", "景颇族": "Jingpo", "柯尔克孜": "Kirgiz", "土族": "Tu",
        "达斡尔族": "Daur", "仫佬族": "Mulao", "羌族": "Qiang", "布朗族": "Blang", "撒拉族": "Salar",
        "毛南族": "Maonan", "仡佬族": "Gelao", "锡伯": "Xibe", "普米族": "Pumi", "塔吉克": "Tajik", "怒族": "Nu",
        "鄂温克族": "Ewenki", "鄂伦春": "Oroqen", "独龙族": "Derung", "裕固族": "Yugur", "保安族": "Bonan",
        "各族": "All Ethnic Groups",
    }
)  # fmt: skip
"""The peoples that autonomous places are named after, in their official spelling."""


def person(name: str) -> str | None:
    """Write a person's name: 李克强 → Li Keqiang; None for what is no Chinese name of two to four characters."""
    name = name.replace("·", "").strip()
    if not 2 <= len(name) <= 4 or not all("\u4e00" <= character <= "\u9fff" for character in name):
        return None
    for length in (2, 1):
        surname = surnames().get(name[:length])
        if surname is not None and len(name) > length:
            return f"{surname} {pinyin(name[length:])}"
    return None


def place(name: str) -> str | None:
    """Write a place: 慈溪市 → Cixi City; 广东 → Guangdong; None for what is not written in Han characters."""
    outer = _NESTED.match(name.strip())
    if outer is not None:
        inner, around = place(outer[2]), place(outer[1])
        return f"{inner}, {around}" if inner and around else None
    specific, generic = split(name)
    written = _specific(specific, generic)
    if written is None:
        return None
    return f"{written} {GENERICS[generic][0]}" if generic else written


_NESTED = re.compile(
    r"^([\u4e00-\u9fff]{1,8}?(?:省|市|州|盟|自治区))([\u4e00-\u9fff]{1,12}(?:市|县|区|旗|镇|乡|街道))$"
)


def government_of(name: str) -> str | None:
    """Write the name of a place as it stands before that of its government: 慈溪市 → Cixi Municipal."""
    outer = _NESTED.match(name.strip())
    if outer is not None:
        name = outer[2]
    specific, generic = split(name)
    written = _specific(specific, generic)
    return f"{written} {GENERICS[generic][1]}" if generic and written else written


def government(where: str, kind: str = "Government") -> str | None:
    """Name the government of a place: 慈溪市 → the Cixi Municipal Government; 西藏自治区 → the Government of …."""
    if where.endswith(("自治区", "自治州", "特别行政区")):
        whole = f"the {GENERICS[where][0]}" if where in GENERICS else place(where)
        return f"the {kind} of {whole}" if whole else None
    named = government_of(where)
    return f"the {named} {kind}" if named else None


def split(name: str) -> tuple[str, str]:
    """Split a place into its specific and its generic part, which may be empty: 慈溪, 市; nothing, 自治区."""
    name = name.strip()
    if len(name) > 1 and name in GENERICS:
        return "", name
    for generic in GENERICS:
        if name.endswith(generic) and len(name) > len(generic) and (generic != "林区" or name == "神农架林区"):
            return name[: -len(generic)], generic
    return name, ""


def short_name(name: str) -> tuple[str, str] | None:
    """Give a place without its generic part, in Chinese and in English: 慈溪, Cixi."""
    specific, generic = split(name)
    written = _specific(specific, generic)
    return (specific, written) if generic and written and len(specific) > 1 else None


def pinyin(text: str) -> str:
    """Write Han characters as one word of pinyin without tones, with the apostrophe where syllables need it."""
    joined = "".join(
        ("'" if place and syllable[0] in "aoe" else "") + syllable for place, syllable in enumerate(syllables(text))
    )
    return joined[:1].upper() + joined[1:]


@cache
def surnames() -> Mapping[str, str]:
    """Give every surname of the table with its pinyin, as it is read in a name (单 Shan, 解 Xie)."""
    with (data_folder("source") / "surnames.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return MappingProxyType({row["surname"]: row["pinyin"] for row in rows})


def _specific(specific: str, generic: str) -> str | None:
    if not specific or not all("\u4e00" <= character <= "\u9fff" for character in specific):
        return None
    known = next((term.en for term in load().by_zh.get(specific, ()) if term.kind == "place"), None)
    if known is not None:
        return known
    if len(specific) == 1 and generic in ("县", "镇", "乡", "村", "市", "区"):
        return pinyin(specific + generic)
    return _autonomous(specific) if generic.startswith("自治") else pinyin(specific)


def _autonomous(specific: str) -> str:
    """Write 恩施土家族苗族 → Enshi Tujia and Miao."""
    for start in range(1, len(specific)):
        peoples = _read_peoples(specific[start:])
        if peoples:
            named = load().preferred(specific[:start])
            before = named.en if named is not None and named.kind == "place" else pinyin(specific[:start])
            return f"{before} {joined(peoples)}"
    return pinyin(specific)


def _read_peoples(text: str) -> list[str]:
    found: list[str] = []
    while text:
        people = next((name for name in _PEOPLES if text.startswith(name)), None)
        if people is None:
            return []
        found.append(_PEOPLES[people])
        text = text[len(people) :]
    return found
