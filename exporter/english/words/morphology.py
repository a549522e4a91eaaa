"""Inflect English words and phrases: a verb that takes tense carries the mark `~` (`steadily ~improve`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, TypeAlias

Form: TypeAlias = Literal["base", "past", "participle", "gerund", "present", "will"]
"""`base` is the imperative, `will` the plan's future."""

MARK = "~"


def word_set(text: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(text.split())


_IRREGULAR = {
    "be": ("was", "been"),
    "bear": ("bore", "borne"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "burst": ("burst", "burst"),
    "buy": ("bought", "bought"),
    "catch": ("caught", "caught"),
    "choose": ("chose", "chosen"),
    "come": ("came", "come"),
    "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "drink": ("drank", "drunk"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "feel": ("felt", "felt"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "fly": ("flew", "flown"),
    "forget": ("forgot", "forgotten"),
    "get": ("got", "gotten"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "grow": ("grew", "grown"),
    "have": ("had", "had"),
    "hear": ("heard", "heard"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "lend": ("lent", "lent"),
    "let": ("let", "let"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "mean": ("meant", "meant"),
    "meet": ("met", "met"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "read": ("read", "read"),
    "reset": ("reset", "reset"),
    "ride": ("rode", "ridden"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shake": ("shook", "shaken"),
    "shed": ("shed", "shed"),
    "show": ("showed", "shown"),
    "shut": ("shut", "shut"),
    "sink": ("sank", "sunk"),
    "sit": ("sat", "sat"),
    "slide": ("slid", "slid"),
    "speak": ("spoke", "spoken"),
    "speed": ("sped", "sped"),
    "spend": ("spent", "spent"),
    "split": ("split", "split"),
    "spread": ("spread", "spread"),
    "stand": ("stood", "stood"),
    "strike": ("struck", "struck"),
    "strive": ("strove", "striven"),
    "sweep": ("swept", "swept"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "tear": ("tore", "torn"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "throw": ("threw", "thrown"),
    "understand": ("understood", "understood"),
    "uphold": ("upheld", "upheld"),
    "wear": ("wore", "worn"),
    "weave": ("wove", "woven"),
    "win": ("won", "won"),
    "wind": ("wound", "wound"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}
_DOUBLING = re.compile(
    r"^(?:[^aeiou]*[aeiou][bdgmnprt]|(?:re|un)?(?:plan|cap|cut|dip|drop|get|put|run|set|shut|stop|step|trim|win)|"
    r"annul|(?:cont|pat)rol|(?:pro|com|ex)pel|excel|(?:trans|pre|de|re|con)fer|(?:per|com|sub|ad|e|o|trans)mit|retrofit|begin|equip|occur)$"
)
_INVARIABLE = word_set(
    "access agribusiness assess business canvas congress consensus diabetes discuss economics express focus gas "
    "headquarters logistics mathematics news physics politics press process progress series species statistics "
    "status success wetness works"
)
_PLURAL_NOUNS = word_set("people personnel police women men children livestock media data criteria staff")
_IRREGULAR_PLURALS = {
    "people": "people",
    "person": "people",
    "child": "children",
    "woman": "women",
    "man": "men",
    "staff": "staff",
    "personnel": "personnel",
    "livestock": "livestock",
    "aircraft": "aircraft",
    "goods": "goods",
    "leaf": "leaves",
    "half": "halves",
    "criterion": "criteria",
    "hectare": "hectares",
    "yuan": "yuan",
    "mu": "mu",
    "base": "bases",
    "basis": "bases",
    "bus": "buses",
    "analysis": "analyses",
    "crisis": "crises",
}
_SMALL = word_set(
    "a an and as at but by for from in into nor of on onto or over per than that the to toward via vs with"
)
_MARKED = re.compile(re.escape(MARK) + r"([A-Za-z]+)")


def inflect(phrase: str, form: Form, plural: bool = False) -> str:
    """Put every marked verb of a phrase into a form; `plural` is the number of its subject."""
    if form == "will":
        return "will " + phrase.replace(MARK, "")
    return _MARKED.sub(lambda found: _verb(found[1], form, plural), phrase)


def past(verb: str) -> str:
    """Give the past of a verb: `build` → `built`."""
    return _strong(verb, 0) or _with_ed(verb)


def participle(verb: str) -> str:
    """Give the past participle of a verb: `take` → `taken`."""
    return _strong(verb, 1) or _with_ed(verb)


_PREFIXED = re.compile(r"(under|over|out|fore|re|with)(\w+)")


def _strong(verb: str, form: int) -> str | None:
    """Give a form of an irregular verb, also behind a prefix: undergo, overcome, rebuild."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb][form]
    found = _PREFIXED.fullmatch(verb)
    return found[1] + _IRREGULAR[found[2]][form] if found and found[2] in _IRREGULAR else None


def gerund(verb: str) -> str:
    """Give the -ing form of a verb: `cut` → `cutting`."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return (verb + verb[-1] if _DOUBLING.match(verb) else verb) + "ing"


def third(verb: str) -> str:
    """Give the third person singular: `carry` → `carries`."""
    if verb in ("be", "have"):
        return "is" if verb == "be" else "has"
    return _with_s(verb)


def plural(noun: str) -> str:
    """Give the plural of the last word of a noun: `farming service center` → `farming service centers`."""
    before, space, last = noun.rpartition(" ")
    if is_plural(last):
        return noun
    return before + space + (_IRREGULAR_PLURALS.get(last) or _with_s(last))


def singular(noun: str) -> str:
    """Give the singular of the last word of a noun, as it stands before another noun."""
    before, space, last = noun.rpartition(" ")
    return before + space + _singular_word(last)


_AFTER_HEAD = re.compile(
    r" (?:of|for|in|on|to|with|that|at|from|by|between|among|under|against|without|after|who|whose|"
    r"above|below|within|per(?! capita)|along|across|around|through|worth|rated)\b|,|\((?![^()]*\) [a-z])"
)


@lru_cache(maxsize=8192)
def is_plural(noun: str) -> bool:
    """Say whether a noun phrase takes a plural verb: its head ends in s, or it joins two by `and`."""
    head = head_of(noun)
    if ", and " in re.sub(r'"[^"]*"|\([^)]*\)', "", noun) and "," in noun[len(head) : len(head) + 8]:
        return True
    if " and " in head and not head.startswith(("supply and demand", "research and")):
        return not _shares_one(head)
    if _PLURAL_DONE.search(head):
        return True
    last = head.removesuffix(" general").rpartition(" ")[2].lower()
    return last in _PLURAL_NOUNS or (last.endswith("s") and not _looks_singular(last))


_PLURAL_DONE = re.compile(
    r"(?:[a-z]s|\bpeople|personnel|children|women) (?:\w+ly )?"
    r"(?:\w+ing|\w+ed|built|shut|put|sold|brought|set|found)\b"
)


@lru_cache(maxsize=8192)
def head_of(noun: str) -> str:
    """Give a noun phrase up to its head: industrial enterprises | above the designated size."""
    return _AFTER_HEAD.split(re.sub(r'"[^"]*"(?! ?[,)]|$)', "", noun.strip()).strip())[0].rstrip(" ,(")


_MEASURES = word_set(
    "rate value revenue income volume area output expenditure spending investment share number level capacity index "
    "coverage ratio proportion turnover consumption production balance scale talent equipment length population "
    "standard price amount total density intensity expenditures land construction work system network infrastructure "
    "development innovation governance protection progress"
)


def _shares_one(head: str) -> bool:
    """Say whether what `and` joins only describes one measure: import and export value, research and test talent."""
    before, _, after = head.rpartition(" and ")
    last, first = after.rpartition(" ")[2], before.rpartition(" ")[2].rstrip(",")
    return " " in after and last in _MEASURES and first not in _MEASURES and not first.endswith("s")


def title_case(text: str) -> str:
    """Set a heading in title case: small words stay small, except first and last."""
    words = text.split(" ")
    return " ".join(
        word if 0 < place < len(words) - 1 and word in _SMALL else _capital(word) for place, word in enumerate(words)
    )


def sentence_case(text: str) -> str:
    """Set the first letter of a text in upper case."""
    for place, character in enumerate(text):
        if character.isalpha():
            return text[:place] + character.upper() + text[place + 1 :]
        if character.isdigit():
            break
    return text


def with_article(noun: str, article: str) -> str:
    """Put `the` or `a` before a noun; `a` becomes `an` where it is spoken so."""
    if article == "a":
        article = "an" if re.match(r"\"?(?:[aeiAEIO]|o(?!ne\b)|u(?!n[ia]|se|ti))", noun) else "a"
    return f"{article} {noun}" if article else noun


def joined(parts: list[str] | tuple[str, ...], word: str = "and") -> str:
    """Join parts with commas and a last `and`, with the serial comma."""
    if len(parts) < 3:
        return f" {word} ".join(parts)
    return ", ".join(parts[:-1]) + f", {word} {parts[-1]}"


def _verb(verb: str, form: Form, subject_plural: bool) -> str:
    match form:
        case "base" | "will":
            return verb
        case "past":
            return "were" if verb == "be" and subject_plural else past(verb)
        case "participle":
            return participle(verb)
        case "gerund":
            return gerund(verb)
        case "present":
            if subject_plural:
                return "are" if verb == "be" else verb
            return third(verb)


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return (verb + verb[-1] if _DOUBLING.match(verb) else verb) + "ed"


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _looks_singular(word: str) -> bool:
    return word in _INVARIABLE or word.endswith(("ss", "us", "is")) or word.isupper()


def _singular_word(word: str) -> str:
    for one, many in _IRREGULAR_PLURALS.items():
        if word == many:
            return one
    if not word.endswith("s") or _looks_singular(word.lower()):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "mpuses", "ruses", "nuses", "nsuses")):
        return word[:-2]
    return word[:-1]


def _capital(word: str) -> str:
    first = re.search(r"[A-Za-z]", word)
    if first is None:
        return word
    parts = word.split("-")
    return "-".join(
        part if place and part in _SMALL else part[:1].upper() + part[1:] if part[:1].isalpha() else sentence_case(part)
        for place, part in enumerate(parts)
    )
