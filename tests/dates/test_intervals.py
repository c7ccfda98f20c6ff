"""Calendar arithmetic and the days that TIMEX3 values stand for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from extractor.components.dates.intervals import add_months, easter, interval_of, months_interval
from extractor.components.dates.pick import choose


@pytest.mark.parametrize(
    ("value", "mod", "start", "end", "granularity"),
    [
        ("2015-03-07", None, "2015-03-07", "2015-03-07", "day"),
        ("2015-03-07TNI", None, "2015-03-07", "2015-03-07", "part_of_day"),
        ("2015-03-07T15:00Z", None, "2015-03-07", "2015-03-07", "time"),
        ("2015-02", None, "2015-02-01", "2015-02-28", "month"),
        ("2016-02", "END", "2016-02-21", "2016-02-29", "part_of_month"),
        ("2015-04", "MID", "2015-04-11", "2015-04-20", "part_of_month"),
        ("2015", "START", "2015-01-01", "2015-04-30", "part_of_year"),
        ("2015", "MID", "2015-05-01", "2015-08-31", "part_of_year"),
        ("2015-W01", None, "2014-12-29", "2015-01-04", "week"),
        ("2015-W10-WE", None, "2015-03-07", "2015-03-08", "day"),
        ("2015-SU", None, "2015-06-01", "2015-08-31", "season"),
        ("2013-WI", None, "2013-12-01", "2014-02-28", "season"),
        ("2015-Q4", None, "2015-10-01", "2015-12-31", "quarter"),
        ("2015-H2", None, "2015-07-01", "2015-12-31", "part_of_year"),
        ("197", None, "1970-01-01", "1979-12-31", "decade"),
        ("197", "END", "1977-01-01", "1979-12-31", "decade"),
        ("19", None, "1900-01-01", "1999-12-31", "century"),
    ],
)
def test_value_to_days(value, mod, start, end, granularity):
    days, found = interval_of(value, mod)
    assert (days.start.isoformat(), days.end.isoformat(), found) == (start, end, granularity)


@pytest.mark.parametrize(
    "value", ["XXXX-04", "XXXX-WXX-6", "2015-13", "2015-02-30", "2015-W54", "0000", "P3D", "PAST_REF", "00", ""]
)
def test_values_without_days(value):
    assert interval_of(value)[0] is None


def test_months_never_leave_the_calendar():
    assert add_months(date(2015, 1, 31), 1) == date(2015, 2, 28)
    assert add_months(date(9999, 12, 1), 1) is None
    assert add_months(date(1, 1, 1), -1) is None
    assert months_interval(9999, 12, 1) is None or months_interval(9999, 12, 1).end.year == 9999


def test_easter_sundays():
    # Published tables of the Western churches.
    assert [easter(y).isoformat() for y in (1998, 2000, 2015, 2024, 2038)] == [
        "1998-04-12", "2000-04-23", "2015-04-05", "2024-03-31", "2038-04-25",
    ]  # fmt: skip


def test_a_weekday_is_never_a_week_off():
    """Said in the past tense, a weekday is the last such day, the day of writing included: on any day of the year."""
    for offset in range(370):
        day = date(2015, 1, 1) + timedelta(days=offset)
        for weekday in range(1, 8):
            around = [day + timedelta(days=d) for d in range(-7, 8)]
            options = [(d.isoformat(), interval_of(d.isoformat())[0]) for d in around if d.isoweekday() == weekday]
            chosen = choose(options, day, None, "past", "week").days.start
            assert 0 <= (day - chosen).days <= 6
            assert chosen.isoweekday() == weekday
