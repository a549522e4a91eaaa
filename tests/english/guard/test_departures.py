"""Where English departs from what is known of the same Chinese, every other word is told, and nothing else."""

import pytest

from exporter.english.guard.departures import departures

KNOWN = "Exports rose by 4.1 percent, and imports fell."


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("Exports fell by 4.1 percent, and imports fell.", ["'fell' stands where the known English says 'rose'"]),
        (
            "Imports rose by 4.1 percent, and exports fell.",
            [
                "'Imports' stands where the known English says 'Exports'",
                "'exports' stands where the known English says 'imports'",
            ],
        ),
        ("Exports rose to 4.1 percent, and imports fell.", ["'to' stands where the known English says 'by'"]),
        ("Exports rose by 4.1 percent.", ["'and imports fell' of the known English is not said"]),
        ("Exports rose again by 4.1 percent, and imports fell.", ["'again' is not in the known English"]),
        ("The exports rose by 4.1 percent; and imports fell.", []),
        (KNOWN, []),
    ],
)
def test_every_other_word_is_told(english: str, told: list[str]) -> None:
    assert [found.message for found in departures(KNOWN, english)] == told
