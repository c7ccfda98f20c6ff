"""Part and whole, totals and figures told again, over clauses and sentences: one line for each cause."""

from __future__ import annotations

import pytest

# text | (count, relation, related count) …; a count that is named in no triple has no relation.
RELATIONS = [
    # parts that add up
    (
        "The ministry reported 40 new cases. Twenty cases were in Gora, twelve cases in Pell and eight cases in Tarn.",
        [("Twenty cases", "subset_of", "40 new cases"), ("eight cases", "subset_of", "40 new cases")],
    ),
    (
        "The bank gave the mill a package of up to 90 mln francs. The package has a 50 mln franc loan."
        " There is also a 40 mln franc credit in the package.",
        [("50 mln franc", "subset_of", "up to 90 mln francs"), ("40 mln franc", "subset_of", "up to 90 mln francs")],
    ),
    ("Nine people died in Gora. Five people died in Pell. Four people died in Tarn.", []),
    ("Sales rose to 300 tonnes in May. They had risen by 100 tonnes from 200 tonnes.", []),
    (
        "The line could add four flights. It has seven flights from Gora, two from Pell and two flights from Tarn.",
        [],
    ),
    # running totals
    (
        "Two people drowned in Pell. Boats sank. Seven more children died, bringing the death toll in Gora to 738.",
        [("Seven more children", "subset_of", "738")],
    ),
    (
        "A mine killed 12 people on Monday, bringing the number of dead this year to 60.",
        [("12 people", "subset_of", "60")],
    ),
    (
        "The party won an additional 14 seats, totaling 90 seats.",
        [("14 seats", "subset_of", "90 seats")],
    ),
    (
        "Ortega won 30 delegates in Gora. That brings his delegate total to 52, after Pell, where he won 22 delegates.",
        [
            ("30 delegates", "subset_of", "52"),
            ("52", "sum_of", "30 delegates"),
            ("22 delegates", "subset_of", "52"),
        ],
    ),
    (
        "The ministry confirmed 300 new infections. Since March 9,000 infections were recorded in the entire country.",
        [("300 new infections", "subset_of", "9,000 infections")],
    ),
    # what the rest shows
    (
        "The deal lets some 8,000 refugees go home. Two thousand refugees leave in May. The rest will follow.",
        [("Two thousand refugees", "subset_of", "some 8,000 refugees")],
    ),
    (
        "At least 20 people fell ill. One patient is in danger, but the other patients are stable.",
        [("One patient", "subset_of", "At least 20 people")],
    ),
    (
        "At least 15 rebels and two soldiers died. The navy killed four fighters. The other 11 rebels fell at sea.",
        [("four fighters", "subset_of", "At least 15 rebels"), ("The other 11 rebels", "complement", "four fighters")],
    ),
    ("They admitted 900 people, but only 40 were treated.", [("40", "subset_of", "900 people")]),
    (
        "The army holds 700 fighters. There are 30 women among them.",
        [("30 women", "subset_of", "700 fighters")],
    ),
    # amounts and shares
    ("Agra will invest 25 pct, or 30 mln dlrs, in the mine.", [("30 mln dlrs", "same_as", "25 pct")]),
    ("Earnings were 30 mln dlrs, or 65 cts a share.", []),
    (
        "The offer needs 12 mln shares, just under 20 pct of the 61 mln shares on issue.",
        [
            ("12 mln shares", "subset_of", "the 61 mln shares"),
            ("just under 20 pct", "subset_of", "the 61 mln shares"),
        ],
    ),
    (
        "It bought nine pct of the firm's 70 mln shares and paid 3 billion dlrs of its total debt of 9 billion dlrs.",
        [("nine pct", "subset_of", "70 mln shares"), ("3 billion dlrs", "subset_of", "9 billion dlrs")],
    ),
    (
        "Lending will total 900 mln dlrs, of which 600 mln dlrs come from the fund and 300 mln dlrs from the bank.",
        [("600 mln dlrs", "subset_of", "900 mln dlrs"), ("300 mln dlrs", "subset_of", "900 mln dlrs")],
    ),
    (
        "The cabinet adopted a 500 billion yen budget. The budget includes 80 billion yen for roads.",
        [("80 billion yen", "subset_of", "500 billion yen")],
    ),
    (
        "Some 60,000 refugees came. About 70 pct of them are women.",
        [("About 70 pct", "subset_of", "Some 60,000 refugees")],
    ),
    (
        "Pell owns 45 pct and Gora 50 pct of the firm, with the remaining five pct to be sold.",
        [("the remaining five pct", "remainder_of", None)],
    ),
    (
        "The maker will cut 10,000 jobs. It will cut about 4,300 jobs in France, 3,700 in Spain and 2,000 in Italy.",
        [("about 4,300 jobs", "subset_of", "10,000 jobs"), ("2,000", "subset_of", "10,000 jobs")],
    ),
    (
        "Corn - 6,620,000 bushels including 5,502,000 in Gora, 478,000 in Pell and 640,000 in Tarn.",
        [("5,502,000", "subset_of", "6,620,000 bushels"), ("640,000", "subset_of", "6,620,000 bushels")],
    ),
    ("Gunmen shot at a group of nine tourists, killing three.", [("three", "subset_of", "nine tourists")]),
    ("A group of 20 men attacked the town, killing three.", []),
    (
        "Officials said eleven travellers fell ill. Three of the infected persons are in danger.",
        [("Three of the infected persons", "subset_of", "eleven travellers")],
    ),
    ("They banned 19 board members and nine of their family members.", []),
    (
        "They hit two helicopters and burned three more helicopters. It brings the number of helicopters to five.",
        [("five", "sum_of", "two helicopters")],
    ),
    (
        "The army said that 909 persons were killed or wounded. It adds that 432 persons died and 477 were wounded.",
        [("432 persons", "subset_of", "909 persons"), ("477", "subset_of", "909 persons")],
    ),
    ("There are 140 cases, of which three patients have died.", [("three patients", "subset_of", "140 cases")]),
    # told again
    (
        "TROOPS HIT A PATROL IN GORA, INFLICTING FOUR CASUALTIES. REBELS HIT IT IN PELL, INFLICTING FOUR CASUALTIES.",
        [],
    ),
    (
        "A fire off Gora killed all 33 passengers. The boat, Dorn, carried 33 passengers and sank in the fire.",
        [("33 passengers", "same_as", "all 33 passengers")],
    ),
    ("The bank bought bills at 9-3/4 pct. Later the bank bought more bills at 9-3/4 pct.", []),
    (
        "Next year may see a shortfall of 80,000 tonnes, Dorn said. Dorn said his 80,000 tonne shortfall was likely.",
        [("80,000 tonne", "same_as", "80,000 tonnes")],
    ),
    (
        "It gave rebates for the export of 400,000 tonnes of maize. Certificates were granted for the 400,000 tonnes.",
        [("400,000 tonnes", "same_as", "400,000 tonnes")],
    ),
    (
        "SENATOR WINS $7.45 MILLION FOR LEVEES IN DORSET. Senator Pell said Dorset won $7.45 million for its levees.",
        [("$7.45 million", "same_as", "$7.45 MILLION")],
    ),
    ("The firm sold 50 mln dlrs of notes. It will issue a 50 mln dlr bond for the mine.", []),
    ("Three people were killed in a blast in Gora. Three people were killed when a bus fell in Pell.", []),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS, ids=[text[:50] for text, _ in RELATIONS])
def test_relation(counts_of, text, expected):
    rows = counts_of(text)
    told = [(text[r.start : r.end], r.relation, r.related and text[r.related.start : r.related.end]) for r in rows]
    wanted = {triple[0] for triple in expected}
    assert [t for t in told if t[0] in wanted and t[1]] == expected or set(expected) <= set(told)
    if not expected:
        assert [t for t in told if t[1]] == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The law holds in all six states.", "all six states"),
        ("Output will grow by a further 40,000 tonnes.", "a further 40,000 tonnes"),
        ("The state holds the remaining three pct.", "the remaining three pct"),
        ("They gave an additional $15 million.", "$15 million"),
    ],
)
def test_span(counts_of, text, span):
    assert [text[r.start : r.end] for r in counts_of(text)] == [span]
