"""Hold what a figure is a figure of: its noun, its number, and what was done to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exporter.english.words.morphology import head_of, inflect, is_plural, singular, third


@dataclass(frozen=True, slots=True)
class Measurand:
    """An indicator in English, in lower case, as inside a sentence."""

    noun: str
    """What is measured or counted: `patents`."""
    done: str = ""
    """What was done to it, as a participle (`granted`), or what it did, marked (`~pass acceptance checks`)."""
    article: str = ""
    settled: bool = False
    """What was done belongs to its name in the table, so that no other verb takes its place."""
    loose: bool = False
    """It was read by heaping up what no rule joins: good enough to find, not to print as it stands."""
    aside: str = ""
    """The accounting scope, which stands in brackets: `city level`."""
    dropped: tuple[str, ...] = ()
    """Chinese words that it leaves out."""
    doubtful: bool = False
    """Another reading comes near, or a name in it is spelled as no table has it."""

    @property
    def text(self) -> str:
        """The whole, without its article: `patents granted (city level)`."""
        done = f" {inflect(self.done, 'gerund')}" if self.done else ""
        return f"{self.noun}{done}{f' ({self.aside})' if self.aside else ''}"

    @property
    def plural(self) -> bool:
        """Whether it takes a plural verb."""
        return is_plural(self.noun)

    @property
    def be(self) -> str:
        """The verb for how it is: `is`, `are`."""
        return "are" if self.plural else "is"

    @property
    def was(self) -> str:
        """The verb for how it was: `was`, `were`."""
        return "were" if self.plural else "was"

    @property
    def full(self) -> str:
        """The whole with its article, as the subject of a sentence."""
        text = self.text
        if text.endswith(" value added"):
            return text
        bare = " as a share of " in text and not re.match(r"[\w-]+s? as a share|.* of .* as a share", text)
        said = _WITHIN.sub("", text)
        if self.article or (MEASURED.match(said) and not bare and not text.startswith(("the ", "per "))):
            return f"the {text}" if not text.startswith(("the ", "a ", "an ")) else text
        return text

    @property
    def head(self) -> str:
        """The noun up to its head: `firms` of `firms with exports`."""
        return head_of(self.noun)

    @property
    def one(self) -> str:
        """The noun in the singular: `farm with solar power`."""
        found = _PREPOSITION.match(self.noun)
        if not found:
            return f"{self.noun.removesuffix('people')}person" if self.noun.endswith("people") else singular(self.noun)
        what = found[3]
        if found[2] == " that ":
            verb, space, rest = what.partition(" ")
            what = f"{third(verb)}{space}{rest}" if verb.isalpha() else what
        return f"{singular(found[1])}{found[2]}{what}"


_WITHIN = re.compile(" (?:at|in) the [^ ]+(?: [^ ]+)? (?:level|area)$")
_PREPOSITION = re.compile(
    r"^(.*?)( (?:of|for|in|on|with|at|from|to|that|by|above|under|between|among|against|without|who|whose) )(.*)$"
)
MEASURED = re.compile(
    r"^(?:[\w,-]+ ){0,8}?(?:share|level|rise|fall|increase|decline|number|proportion|ratio|value added|rate|area|"
    r"length|index|deficit|surplus|balance|coefficient|concentration|population|scale|growth rate|standard|limit|"
    r"process|cycle|ceiling|threshold|price|average|ranking|"
    r"(?:coverage|value|volume|amount|size|contribution)(?= of ))"
    r"(?: of | in | for | under | sown | planted | covered | designated | \(|$)"
    r"|^time required "
)

PERSONS = re.compile(
    r"(?:people|personnel|children|women|men|students|households|families|residents|graduates|patients|elderly|seniors|"
    r"enterprises|businesses|companies|firms|individuals|experts|entities|cadres|deputies|staff|civilians|citizens|talent|"
    r"soldiers|recipients|clients|tourists|specialists|scientists|artists|therapists|assistants|migrants|applicants|"
    r"academicians|officials|recruits|technicians|physicians|retirees|employees|trainees|nominees|doctors|supervisors|directors|"
    r"servants|guards|counselors|police|inspectors|mediators|commissioners|secretaries|couples|orphans|fishermen|examinees|"
    r"infants|babies|pupils|mothers|judges|prosecutors|caregivers|"
    r"visitors|operators|entrepreneurs|heads|chiefs|champions|models|members|youths|nurses|athletes|professionals|"
    r"(?:work|labor|clean|farm|teach|lead|hold|memb|us|buy|own|vot|herd|offic|pension|taxpay|villag|lawy|volunte|passeng|"
    r"newcom|own|crew|driv|manag|practition|research|engine|prison|police offic|teach|soldi|custom|consum|"
    r"perform|train|job seek|particip|learn|speak|craftspeopl|insur)ers?)(?: \([a-z]+\))?$"
)
"""Heads of nouns that name persons, households, or firms: those who can benefit."""
HOUSEHOLDS = re.compile(
    r"(?:households|families|users|subscribers|enterprises|businesses|companies|firms|entities|individuals|homes|houses|"
    r"housing|dwellings|taxpayers|operators|customers|merchants|investors|cooperatives)(?: \([a-z]+\))?$"
)
"""What is counted in households: those who live together, firms, and who is served at an address."""
