"""Terms of a user's own: read from any table, refused with their place, and never overwritten in silence."""

from __future__ import annotations

import io

import pytest

from exporter.english.exchange.personal import joined_with, official_notices, read_personal, require_no_conflict
from exporter.english.exchange.personal import written_into as into
from exporter.english.exchange.term_files import to_tbx
from exporter.english.exchange.term_grid import Grid, grid_of, written
from exporter.english.glossary.terms import Term
from exporter.errors import TranslationError
from exporter.model import PersonalTerm

PORT = PersonalTerm("数智港", "Digital Port")
CSV = "zh,en,kind,by,on\n数智港,Digital Port,noun,Li,2026-01-05\n"


def workbook(*rows: tuple[str, ...]) -> bytes:
    from openpyxl import Workbook

    book, held = Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        CSV.encode("gb18030"),
        CSV.replace(",", "\t").encode(),
        CSV.replace(",", ";").encode(),
        "中文,英文,类别,审定人,日期\n数智港,Digital Port,noun,Li,2026-01-05\n".encode(),
        workbook(("Chinese", "English", "kind", "by", "date"), ("数智港", "Digital Port", "noun", "Li", "2026-01-05")),
    ],
)
def test_a_table_of_any_kind_is_read(data: bytes) -> None:
    assert read_personal("a", data).terms == (PersonalTerm("数智港", "Digital Port", "noun", "Li", "2026-01-05"),)


def test_of_the_renderings_of_tbx_the_preferred_one_counts() -> None:
    terms = (
        Term("数智港", "Digital Harbor", status="admitted"),
        Term("数智港", "Digital Port"),
        Term("数智港", "Number Port", status="forbidden"),
    )
    assert [one.en for one in read_personal("a.tbx", to_tbx(terms)).terms] == ["Digital Port"]
    foreign = (
        '<tbx><text><body><conceptEntry><langSec xml:lang="zh"><termSec><term>数智港</term></termSec></langSec>'
        '<langSec xml:lang="en"><termSec><term>Number Port</term><termNote type="administrativeStatus">'
        "deprecatedTerm-admn-sts</termNote></termSec><termSec><term>Digital Port</term></termSec></langSec>"
        "</conceptEntry></body></text></tbx>"
    )
    assert [one.en for one in read_personal("a.tbx", foreign.encode()).terms] == ["Digital Port"]


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "terms.malformed", "zh and en"),
        (b"a,b\n1,2\n", "terms.malformed", "zh and en"),
        ("zh,en\n数智港,数字港\n".encode(), "terms.invalid", "a, line 2"),
        (b"zh,en\nport,Port\n", "terms.invalid", "no Chinese"),
        ("zh,en\n数智港,12\n".encode(), "terms.invalid", "Latin"),
        ("zh,en,kind\n数智港,Port,thing\n".encode(), "terms.invalid", "'thing'"),
        ("zh,en\n数智港,Digital\u202ePort\n".encode(), "terms.invalid", "show nothing"),
        (("zh,en\n数智港," + "Port " * 60 + "\n").encode(), "terms.invalid", "longer"),
        ("zh,en\n事业单位,career unit\n".encode(), "terms.invalid", "known error"),
        ('zh,en\n数智港,"Port\n'.encode(), "terms.malformed", "quotation"),
        (b"PK\x03\x04broken", "terms.unreadable", "workbook"),
        (b"<tbx/>", "terms.malformed", "no term"),
        (b"<tbx>", "exchange.malformed", "XML"),
        (b"\x81", "terms.unreadable", "UTF-8"),
    ],
)
def test_what_is_no_term_is_refused_with_its_place(data: bytes, code: str, said: str) -> None:
    with pytest.raises(TranslationError) as error:
        read_personal("a", data)
    assert error.value.code == code and said in error.value.message


def test_what_a_file_leaves_open_or_says_twice_is_told() -> None:
    own = read_personal("a.csv", "zh,en,status\n甲港,\n数智港,Old\n数智港,New\n乙港,Wrong,forbidden\n".encode())
    assert [(one.zh, one.en) for one in own.terms] == [("数智港", "New")]
    assert [one.code for one in own.notices] == ["terms.open", "terms.conflict"]
    assert "数智港 is 'Old' and 'New'" in own.notices[1].message


def test_nothing_is_overwritten_unasked() -> None:
    other = PersonalTerm("数智港", "Digital Haven")
    new = PersonalTerm("甲港", "Jia Port")
    kept = joined_with([PORT], [other, new, PORT])
    assert kept.terms == (PORT, new) and kept.added == (new,) and kept.same == (PORT,)
    with pytest.raises(TranslationError, match="数智港 is 'Digital Port' not 'Digital Haven'"):
        require_no_conflict(kept, "a.csv")
    assert joined_with([PORT], [other], replaced=True).terms == (other,)


def test_a_file_keeps_its_own_columns_and_order() -> None:
    grid = grid_of("a.csv", "note,zh,en\nmine,数智港,Digital Port\n,甲港,Jia Port\n".encode())
    joined = joined_with([PORT, PersonalTerm("甲港", "Jia Port")], [PersonalTerm("乙港", "Yi Port", by="Li")])
    text = written(into(grid, joined)).decode("utf-8-sig")
    assert text.splitlines() == [
        "note,zh,en,kind,by",
        "mine,数智港,Digital Port,noun,",
        ",甲港,Jia Port,noun,",
        ",乙港,Yi Port,noun,Li",
    ]


def test_a_file_that_is_made_comes_back() -> None:
    terms = (
        PersonalTerm("数智港", 'Digital "Port", new', "noun", "Li", "2026-01-05"),
        PersonalTerm("甲港", "Jia Port"),
    )
    data = written(into(Grid((), (), "\t"), joined_with((), terms)))
    assert read_personal("a.tsv", data).terms == terms


def test_another_name_for_what_has_an_official_one_is_told() -> None:
    (notice,) = official_notices([PersonalTerm("数字经济", "the numeric economy"), PORT])
    assert notice.code == "terms.official" and "the digital economy" in notice.message
