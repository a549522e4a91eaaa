"""Jobs and outcomes cross a process border as plain data and come out as they went in."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from exporter.batch.jobs import (
    Job,
    Limits,
    Made,
    Outcome,
    Summary,
    failed,
    job_as_plain,
    job_from_plain,
    outcome_as_plain,
    outcome_from_plain,
)
from exporter.errors import FontError
from exporter.model import Notice, Span
from exporter.parts import Options

words = st.text(st.characters(codec=None, exclude_categories=()), max_size=12)
paths = st.none() | words.filter(bool).map(Path)
options = st.builds(
    Options,
    style=st.none() | words,
    fonts=paths,
    template=paths,
    icc=paths,
    translator=st.none() | words,
    pages=st.integers(1, 20),
)
jobs = st.builds(
    Job,
    words,
    st.lists(words).map(tuple),
    words,
    st.none() | words,
    options,
    st.booleans(),
    st.builds(Limits, st.floats(0, 1e6), st.integers(0, 1 << 50)),
)
notices = st.builds(
    Notice,
    words,
    words,
    st.sampled_from(["info", "warning"]),
    st.none() | st.builds(Span, st.integers(), st.integers()),
)
outcomes = st.builds(
    Outcome,
    words,
    words,
    st.sampled_from(["done", "failed", "skipped"]),
    st.lists(st.builds(Made, words, words, words, st.integers())).map(tuple),
    st.lists(notices).map(tuple),
    seconds=st.integers(0, 10**6).map(lambda milliseconds: milliseconds / 1000),
    key=st.none() | words,
)


@given(jobs)
def test_a_job_survives_json(job: Job) -> None:
    assert job_from_plain(json.loads(json.dumps(job_as_plain(job)))) == job


@given(outcomes)
def test_an_outcome_survives_json(outcome: Outcome) -> None:
    assert outcome_from_plain(json.loads(json.dumps(outcome_as_plain(outcome)))) == outcome


@given(jobs, words, words)
def test_an_error_comes_back_as_it_was_raised(job: Job, message: str, code: str) -> None:
    error = FontError(message, code)
    back = outcome_from_plain(json.loads(json.dumps(outcome_as_plain(failed(job, error))))).error
    assert isinstance(back, FontError)
    assert (back.code, back.message) == (error.code, error.message)


def test_a_job_has_one_name_wherever_it_is_called_from(tmp_path: Path) -> None:
    job = Job("a.txt", ("docx",))
    assert job.id == Job(str(Path("a.txt").absolute()), ("docx",)).id
    assert len({job.id, replace(job, to=("pdf",)).id, replace(job, stem="b").id, replace(job, source="b.txt").id}) == 4


@given(st.lists(outcomes))
def test_a_summary_counts_every_outcome_once(ended: list[Outcome]) -> None:
    summary = Summary()
    for outcome in ended:
        summary = summary.plus(outcome)
    assert summary.done + summary.failed + summary.skipped == len(ended)
