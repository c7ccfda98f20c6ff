"""How far an act has come, by what governs it: complements, conditions, denials, and acts for a day to come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

COMPLEMENTS = [
    ("Canada is moving toward imposing sanctions on Mali.", "impose planned CAN MLI"),
    ("Canada is leaning toward imposing sanctions on Mali.", "impose considered CAN MLI"),
    ("Canada is on the verge of imposing sanctions on Mali.", "impose planned CAN MLI"),
    ("Canada is open to imposing sanctions on Mali.", "impose considered CAN MLI"),
    ("Canada held off on imposing sanctions on Mali.", "impose refused CAN MLI"),
    ("Canada refrained from imposing sanctions on Mali.", "impose refused CAN MLI"),
    ("Canada dropped plans to impose sanctions on Mali.", "impose refused CAN MLI"),
    ("Canada used its powers to impose sanctions on Mali.", "impose done CAN MLI"),
    ("Norway supports Canadian efforts to impose sanctions on Mali.", "impose called_for - MLI"),
    ("Canada announced that a deal has been reached to lift the sanctions on Mali.", "lift planned - MLI"),
    ("The talks stalled over Mali's demand that Canada lift its sanctions.", "lift called_for CAN MLI"),
    ("Canada warned Mali that it would impose sanctions.", "impose threatened CAN MLI"),
    ("Norway warned Canada against imposing sanctions on Mali.", "impose opposed - MLI"),
    ("Norway has objected to sanctions against Mali.", "impose opposed - MLI"),
    ("Norway is pressing the Security Council for sanctions against Mali.", "impose called_for - MLI"),
    ("Norway has been campaigning for sanctions against Mali.", "impose called_for - MLI"),
    ("Pressure is mounting for sanctions against Mali.", "impose called_for - MLI"),
    ("Norway wants the sanctions on Mali lifted.", "lift called_for - MLI"),
    ("Norway appealed for the blockade of Mali to be lifted.", "lift called_for - MLI"),
    ("The Council is working toward a resolution that will set forth sanctions against Mali.", "impose proposed - MLI"),
    ("Mali held elections in May to avoid Canadian sanctions.", "impose threatened CAN MLI"),
    (
        "Norway supports U.S. and Canadian efforts through the Council to impose sanctions on Mali.",
        "impose called_for CAN;USA MLI",
    ),
    ("Norway sees no need for sanctions on Mali.", "impose opposed - MLI"),
    ("The bishops are against sanctions on Mali.", "impose opposed - MLI"),
    ("EU ministers agreed on new sanctions against Mali.", "impose done EUE MLI"),
    ("Canada can create a path to lifting the sanctions on Mali.", "lift hypothetical CAN MLI"),
    ("Norway is opposed to any sanctions against Mali.", "impose opposed - MLI"),
    ("The president of Canada will be able to lift the sanctions on Mali.", "lift hypothetical CAN MLI"),
    ("The order will give Canada authority to impose sanctions on Mali.", "impose hypothetical CAN MLI"),
    ("Canada will hold Mali to account, including through imposing sanctions.", "impose planned CAN MLI"),
    ("The action taken by Canada to impose sanctions on Mali was welcome.", "impose done CAN MLI"),
    ("The decision of Canada to impose sanctions on Mali was welcome.", "impose done CAN MLI"),
    ("Mali is seeking a deal and for Canada to lift its sanctions.", "lift called_for CAN MLI"),
    ("Norway wants to block the expansion of Canadian sanctions on Mali.", "expand opposed CAN MLI"),
    ("Mali rejected a threat by Canada to impose sanctions.", "impose threatened CAN MLI"),
    ("We call on all states to fully and effectively implement all sanctions on Mali.", "enforce called_for - MLI"),
    ("Canada imposed tariffs on Malian cars, effective February 10.", "impose scheduled CAN MLI"),
    ("Mali will not return to the talks until Canada lifts its sanctions.", "lift called_for CAN MLI"),
    ("If Canada refuses to lift its sanctions, Mali will leave the talks.", "lift hypothetical CAN MLI"),
    ("Will Canada refuse to lift its sanctions on Mali?", "lift considered CAN MLI"),
    ("Canada will consider sanctions on Mali if it does not reply.", "impose considered CAN MLI"),
]
COMPOSED = [
    ("Canada could impose sanctions on Mali if it found a breach.", "impose hypothetical CAN MLI"),
    ("Canada may impose sanctions on Mali if elections are not held.", "impose considered CAN MLI"),
    ("Canada will impose sanctions on Mali if elections are not held.", "impose threatened CAN MLI"),
    ("Should Mali refuse, Canada will impose sanctions.", "impose threatened CAN MLI"),
    ("Should we expect new sanctions on Mali today?", "impose considered - MLI"),
    (
        "If Mali goes ahead, we will act. Canada is ready to impose sanctions on Mali.",
        "impose threatened CAN MLI",
    ),
    ("If Canada imposes its planned sanctions on Mali on June 1, prices will rise.", "impose scheduled CAN MLI"),
    ("Canada has not decided whether to impose sanctions on Mali.", "impose considered CAN MLI"),
    ("Canada has not ruled out imposing sanctions on Mali.", "impose considered CAN MLI"),
    ("Canada ruled out imposing sanctions on Mali.", "impose refused CAN MLI"),
    ("Canada put down any idea of lifting the sanctions on Mali.", "lift refused CAN MLI"),
]
STATES = [
    ("Norway and Canada reviewed the ongoing application of sanctions on Mali.", "maintain in_force CAN;NOR MLI"),
    ("The ongoing Canadian sanctions on Mali hurt traders.", "maintain in_force CAN MLI"),
    ("Canada used sanctions to isolate Mali.", "none in_force CAN MLI"),
    ("Canada could use sanctions to isolate Mali.", "impose considered CAN MLI"),
    ("Canada and Norway are united in sanctioning Mali.", "none in_force CAN;NOR MLI"),
    ("A blockade of Mali is now in effect, Canada said.", "impose done - MLI"),
    ("The sanctions on Mali are still in force.", "maintain in_force - MLI"),
    ("Norway has a blockade on Mali.", "maintain in_force NOR MLI"),
    ("Canada's new sanctions on Mali were welcomed.", "impose done CAN MLI"),
    (
        "Canada and Norway stand together in condemning the attack, on sanctioning Mali, and on aid.",
        "none in_force CAN;NOR MLI",
    ),
]
AHEAD = [
    (
        "Canada announced new restrictions on flights to Mali, to take effect on December 10.",
        "impose scheduled CAN MLI",
    ),
    (
        "Canada signed an order imposing sanctions on Mali. These sanctions take effect in 30 days.",
        "impose scheduled CAN MLI",
    ),
    (
        "Canada announced sanctions on Mali. The measures take effect immediately.",
        "impose done CAN MLI",
    ),
    ("Canadian sanctions on Mali are due to come into force on June 1.", "impose scheduled CAN MLI"),
    ("Traders hurried to sell before Canadian sanctions on Mali take effect.", "impose scheduled CAN MLI"),
]
BREACHES = [
    ("Mali appears to have violated the UN arms embargo.", "violate alleged UNO MLI"),
    ("The firm allegedly shipped gold in violation of Canadian sanctions on Mali.", "violate alleged CAN MLI"),
    ("The plan violates the arms embargo against Mali, the senator said.", "violate alleged - MLI"),
    ("The firm shipped gold in violation of Canadian sanctions on Mali.", "violate done CAN MLI"),
    ("The firm shipped gold in violation of its duties and Canadian sanctions on Mali.", "violate done CAN MLI"),
    ("The firm lied in order to evade Canadian sanctions on Mali.", "violate done CAN MLI"),
]
ANSWERS = [
    ("Mali does not plan to take retaliatory action against Canadian tariffs.", "retaliate refused MLI CAN"),
    ("Canada threatened retaliatory tariffs on Mali if it does not open its markets.", "impose threatened CAN MLI"),
    ("Canada imposed sanctions on Mali in retaliation for its failure to hold elections.", "impose done CAN MLI"),
]
BODIES = [
    ("The Senate approved sanctions on Mali by a vote of 90 to 3.", "impose proposed USA MLI"),
    ("The Council approved sanctions on Mali.", "impose done - MLI"),
    ("The cabinet committee decided to recommend sanctions against Mali.", "impose proposed - MLI"),
    ("The bishops recommended sanctions against Mali.", "impose called_for - MLI"),
]
ADJECTIVES = [
    ("Canada is tempted to impose sanctions on Mali.", "impose considered CAN MLI"),
    ("Canada is entitled to impose sanctions on Mali.", "impose hypothetical CAN MLI"),
    ("Canada is hesitant to impose sanctions on Mali.", "impose refused CAN MLI"),
    ("Canada was unable to impose sanctions on Mali.", "impose blocked CAN MLI"),
    ("Imposing sanctions on Mali would be unjustified, the minister said.", "impose opposed - MLI"),
    ("The senator expressed support for sanctions against Mali.", "impose called_for - MLI"),
    ("The senator expressed support for the sanctions against Mali.", "none in_force - MLI"),
    ("The Canadian minister said there were no plans for sanctions on Mali.", "impose refused - MLI"),
    ("Canada hinted at sanctions against Mali.", "impose considered CAN MLI"),
]
SUBJECTS = [
    ("The lifting of sanctions on Mali is under discussion.", "lift considered - MLI"),
    ("The lifting of sanctions on Mali was demanded by the bishops.", "lift called_for - MLI"),
    ("The lifting of sanctions on Mali was ruled out by Canada.", "lift refused - MLI"),
    ("An extension of sanctions on Mali is likely.", "extend considered - MLI"),
    ("An extension of sanctions on Mali was approved.", "extend done - MLI"),
    ("More sanctions on Mali are on the way, the minister said.", "impose planned - MLI"),
]
RELIEF = [
    ("Canada will lift sanctions on Mali if elections are held.", "lift planned CAN MLI"),
    ("Canada continues to maintain sanctions on Mali.", "maintain in_force CAN MLI"),
    ("Canada will continue to maintain sanctions on Mali.", "maintain in_force CAN MLI"),
]
BRIEFINGS = [
    ("There will be additional sanctions on Mali, the minister said.", "impose planned - MLI"),
    ("There will be additional sanctions on Mali if elections are not held.", "impose threatened - MLI"),
    ("We have no new sanctions on Mali to announce, the minister said.", "impose refused - MLI"),
    ("We don't have any new sanctions on Mali to announce, the minister said.", "impose refused - MLI"),
    ("When will the United States impose sanctions on Mali?", "impose considered USA MLI"),
    ("No decision has been made to impose sanctions on Mali.", "impose refused - MLI"),
    ("Sanctions on Mali remain an option, the minister said.", "impose considered - MLI"),
    ("Sanctions on Mali are not the answer, the bishops said.", "impose opposed - MLI"),
    ("A resolution calling for sanctions against Mali was vetoed.", "impose blocked UNO MLI"),
    ("The resolution before the Council would impose sanctions on Mali.", "impose proposed - MLI"),
]
TOPICS = [
    ("The main demand of Mali would be the lifting of Canadian sanctions.", "lift called_for - MLI"),
    ("The plan was to impose sanctions on Mali.", "impose planned - MLI"),
    ("The proposal is to impose sanctions on Mali.", "impose proposed - MLI"),
    (
        "The firm appears to have earned millions by selling gold abroad in violation of Canadian sanctions on Mali.",
        "violate alleged CAN MLI",
    ),
]
ALL = (
    TOPICS
    + BRIEFINGS
    + ADJECTIVES
    + SUBJECTS
    + RELIEF
    + BODIES
    + COMPLEMENTS
    + COMPOSED
    + STATES
    + AHEAD
    + BREACHES
    + ANSWERS
)


@pytest.mark.parametrize(("text", "row"), ALL, ids=[text[:60] for text, _ in ALL])
def test_stage(read: Callable[..., Doc], text: str, row: str) -> None:
    rows = read(text, "2024-05-15")._.extractor.sanctions
    told = [f"{r.action} {r.stage} {r.sender_country or '-'} {r.target_country or '-'}" for r in rows]
    assert row in told
    assert len(set(told)) == 1
