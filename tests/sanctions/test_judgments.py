"""Acts that are put off, stopped, weighed or judged: how far they have come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

JUDGED = [
    ("Canada is willing to lift tariffs on Norwegian steel.", "lift considered CAN NOR"),
    ("Brazil voiced its willingness to ease sanctions on Mali.", "ease considered BRA MLI"),
    ("Canada is likely to impose sanctions on Mali.", "impose considered CAN MLI"),
    ("Imposing sanctions on Mali would be counterproductive, the minister said.", "impose opposed - MLI"),
    ("Passing new sanctions legislation against Iran would be unwise, he said.", "impose opposed - IRN"),
    ("It would be a grave mistake to lift the sanctions on Belarus.", "lift opposed - BLR"),
    ("It was a mistake to lift the sanctions on Belarus.", "lift done - BLR"),
    ("Lifting the sanctions on Belarus is not a mistake, he said.", "lift called_for - BLR"),
    ("Imposing sanctions on Iran is the only way forward, the senator said.", "impose called_for - IRN"),
    ("Tightening sanctions on Iran is not the right approach, he said.", "expand opposed - IRN"),
    ("There is no reason why Canada cannot impose sanctions on Sudan.", "impose called_for CAN SDN"),
    ("There is no reason to lift sanctions on Sudan, the minister said.", "lift opposed - SDN"),
]
HINDERED = [
    ("Canada could delay imposing sanctions on Mali.", "suspend considered CAN MLI"),
    ("Canada postponed the introduction of sanctions on Mali.", "suspend done CAN MLI"),
    ("Norway will work to stop any attempts to circumvent sanctions on Russia.", "enforce planned - RUS"),
    ("Norway stopped Russia from evading sanctions.", "enforce done - RUS"),
    ("The government tried to block sanctions against Mali.", "impose opposed - MLI"),
    ("The government blocked sanctions against Mali.", "impose blocked - MLI"),
]
WISHED = [
    ("Norway wants Canada to impose sanctions on Mali.", "impose called_for CAN MLI"),
    ("Norway does not want Canada to impose sanctions on Mali.", "impose opposed CAN MLI"),
    ("Canada would like to impose sanctions on Mali.", "impose planned CAN MLI"),
    ("Norway expects Canada to impose sanctions on Mali.", "impose planned CAN MLI"),
    ("The senator wants to see Canada impose sanctions on Sudan.", "impose called_for CAN SDN"),
    ("Mali hopes Canada will lift its sanctions.", "lift called_for CAN MLI"),
    ("Canada hopes it will lift the sanctions on Mali soon.", "lift planned CAN MLI"),
    ("Pressure is growing on Canada to impose sanctions on Mali.", "impose called_for CAN MLI"),
    ("The minister spoke in favor of sanctions against Israel.", "impose called_for - ISR"),
    ("The minister spoke out against sanctions on Israel.", "impose opposed - ISR"),
    ("Iran was desperate for sanctions relief.", "ease called_for - IRN"),
    ("Canada ruled out sanctions relief for Mali.", "ease refused CAN MLI"),
    ("Canada stopped short of imposing sanctions on Mali.", "impose refused CAN MLI"),
]
TEXTS = [
    ("The minister wants a law that imposes sanctions on Belarus.", "impose called_for - BLR"),
    ("Canada should build a coalition that will impose sanctions on Sudan.", "impose called_for CAN SDN"),
    (
        "He asked for a vote on a resolution in the Security Council that imposes curbs on Mali.",
        "impose called_for UNO MLI",
    ),
    ("The president signed a bill imposing sanctions on Mali.", "impose done - MLI"),
    ("The president pledged to veto a bill imposing sanctions on Mali.", "impose opposed - MLI"),
    ("The bill provides for sanctions against Mali.", "impose proposed - MLI"),
    ("The bill would subject Belarus to the same sanctions as its neighbour.", "impose proposed - BLR"),
    ("Canadian lawmakers voted to impose sanctions on Mali.", "impose proposed CAN MLI"),
    ("Canada is due to vote on sanctions against Mali.", "impose considered CAN MLI"),
]
TURNED = [
    ("Canada has yet to impose sanctions on Mali.", "impose refused CAN MLI"),
    ("Canada went on to impose sanctions on Mali.", "impose done CAN MLI"),
    ("Canada went ahead with sanctions on Mali.", "impose done CAN MLI"),
    ("Canada will go ahead with sanctions on Mali.", "impose planned CAN MLI"),
    ("Canada had no choice but to impose sanctions on Mali.", "impose done CAN MLI"),
    ("Canada has no choice but to impose sanctions on Mali.", "impose called_for CAN MLI"),
    ("Canada dismissed reports that it would ease sanctions on Mali.", "ease refused CAN MLI"),
    ("Mali resents the sanctions regime that's been put in place by Canada.", "impose done CAN MLI"),
    ("Mali resents the continued sanctions of Canada.", "maintain in_force CAN MLI"),
    ("Ideas being considered included blocking Malian firms from trading in Norway.", "impose considered - MLI"),
]
FIRSTS = [
    ("Canada was the first country to impose sanctions on Mali.", "impose done CAN MLI"),
    ("Canada was quick to impose sanctions on Mali.", "impose done CAN MLI"),
    ("Canada ought to lift the sanctions on Mali.", "lift called_for CAN MLI"),
    ("Canada signalled it would lift the sanctions on Mali.", "lift planned CAN MLI"),
    ("Canada insists it will not lift the sanctions on Mali.", "lift refused CAN MLI"),
    ("Until Canada lifts sanctions on Mali, trade will suffer.", "lift hypothetical CAN MLI"),
    ("A draft resolution calls for an arms embargo on Mali.", "impose proposed - MLI"),
    ("It is to vote Thursday on a resolution that would lift the sanctions on Mali.", "lift considered - MLI"),
    ("Can the minister tell us about the Malian assets frozen by Canada?", "impose done CAN MLI"),
]
BREACHES = [
    ("Peru is concerned about China circumventing sanctions on Russia.", "violate alleged - RUS"),
    ("Peru is investigating whether its firms evaded sanctions on Russia.", "violate alleged - RUS"),
    ("Peru warned firms not to evade sanctions on Russia.", "violate opposed - RUS"),
]
OTHERS = [
    ("Peru welcomed the lifting of sanctions on Mali.", "lift done - MLI"),
    ("Canada persuaded Peru to impose sanctions on Mali.", "impose done PER MLI"),
    ("Canada tried to persuade Peru to impose sanctions on Mali.", "impose called_for PER MLI"),
    ("The effort to impose sanctions on Mali failed.", "impose blocked - MLI"),
    ("The talks are about lifting sanctions on Mali.", "lift considered - MLI"),
    ("Sanctions against Mali are expected next week.", "impose planned - MLI"),
    ("Sanctions against Mali are not on the table.", "impose refused - MLI"),
    ("Peru is drafting sanctions against Mali.", "impose proposed PER MLI"),
]
ANSWERS = [
    ("Canada will take retaliatory action against Peru for breaking the fishing pact.", "impose planned CAN PER"),
    ("Canada put retaliatory tariffs on Peru for raising its duties on wheat.", "retaliate done CAN PER"),
]
STATES = [
    ("Canada already imposes several kinds of sanctions on Mali.", "maintain in_force CAN MLI"),
    ("Canada has already imposed sanctions on Mali.", "impose done CAN MLI"),
    ("New sanctions on Mali are under discussion.", "impose considered - MLI"),
    ("There is a range of sanctions under consideration against Mali.", "impose considered - MLI"),
    ("The sanctions on Mali are under discussion.", "none in_force - MLI"),
    ("Norway keeps up the pressure on Iran through sanctions.", "maintain in_force - IRN"),
    ("Canada is not holding back in terms of enforcing the sanctions on Iran.", "enforce in_force - IRN"),
    ("It was likely that the sanctions on Mali would be lifted.", "lift considered - MLI"),
    ("Mali said it would free the hostages once sanctions were lifted.", "lift hypothetical - MLI"),
]


@pytest.mark.parametrize(
    ("sentence", "row"), [*JUDGED, *HINDERED, *WISHED, *TEXTS, *TURNED, *FIRSTS, *BREACHES, *OTHERS, *ANSWERS, *STATES]
)
def test_how_far_an_act_has_come(read: Callable[..., Doc], sentence: str, row: str) -> None:
    found = read(sentence, "2024-05-15")._.extractor.sanctions
    told = [f"{r.action} {r.stage} {r.sender_country or '-'} {r.target_country or '-'}" for r in found]
    assert told == [row]
