"""Publication days of metadata values and paths."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.reading.days import day_in_path, parse_day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2015-03-07", "2015-03-07"),
        ("2015-03-07T23:59:00+09:00", "2015-03-07"),
        ("20150307", "2015-03-07"),
        ("7 March 2015", "2015-03-07"),
        ("7th Mar 2015", "2015-03-07"),
        ("March 7, 2015", "2015-03-07"),
        ("Saturday, March 7, 2015", "2015-03-07"),
        ("2-MAR-1987 07:19:13.49", "1987-03-02"),
        ("27 Feb 88", "1988-02-27"),
        ("13/07/2015", "2015-07-13"),
        ("07/13/2015", "2015-07-13"),
        (dt.date(2015, 3, 7), "2015-03-07"),
        (dt.datetime(2015, 3, 7, 12), "2015-03-07"),
        ("03/07/2015", None),
        ("2015-02-30", None),
        ("March 2015", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_parse_day(value: object, day: str | None) -> None:
    assert parse_day(value) == day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("kyodo/2015-03-07-abductees", "2015-03-07"),
        ("APW_19980314-APW19980314.0391", "1998-03-14"),
        ("2015/03/07/talks", "2015-03-07"),
        ("Feinstein-11May2005Feinstein423", "2005-05-11"),
        ("2015-03-07_and_2016-01-01", None),
        ("id-201503071", None),
        ("2015-13-07", None),
        ("talks", None),
    ],
)
def test_day_in_path(path: str, day: str | None) -> None:
    assert day_in_path(path) == day
