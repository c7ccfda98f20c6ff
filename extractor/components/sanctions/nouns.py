"""Events told by a measure noun: "imposed sanctions on", "the lifting of the arms embargo", "sanctions relief"."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties import Parties, Party
from extractor.components.sanctions.phrases import Phrases
from extractor.components.sanctions.stages import Course, Stages
from extractor.components.sanctions.senses import Senses

Span = tuple[int, int]
_TARGET_PREPOSITIONS = {"on", "against", "upon", "targeting", "toward", "towards"}
_PARTIAL = {"some", "many", "most", "part", "certain", "partial", "several", "partially"}
_CARRIERS = {"some", "many", "most", "part", "round", "package", "series", "set", "raft", "wave", "batch", "list", "level", "number",
             "scope", "rest", "all", "any", "regime", "slew", "array", "program", "programme", "system", "use", "host", "tranche",
             "bulk", "form", "kind", "type", "end", "range", "spate", "layer", "threat of"}  # fmt: skip
_NEUTRAL = {"regime", "package", "list", "program", "programme", "measure", "system", "framework", "campaign", "effort", "order",
            "pressure", "round", "target", "tool", "decision", "action", "plan"}  # fmt: skip
_OVER = {"out", "up", "back", "over", "off", "down", "in", "into"}
_HOLDERS = {"face", "suffer", "endure", "survive", "withstand", "weather", "escape", "fear", "avoid", "risk", "avert", "dodge"}
_BARE = {"possible", "potential", "prospective", "eventual", "proposed", "planned", "threatened", "impending", "imminent", "looming", "upcoming"}
_CLAUSES = {"after", "as", "when", "while", "because", "since", "before", "if", "unless", "until", "although", "but"}
_BACKLASH = {"retaliate", "respond", "react", "reciprocate"}
_LONG = {"month", "year", "week", "day", "percent", "june", "july", "january", "february", "march", "april", "may", "august",
         "september", "october", "november", "december", "end", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
         "sunday", "deadline"}  # fmt: skip
_STRIKERS = {"hit", "slap", "threaten", "punish", "respond", "retaliate", "target", "reward", "counter", "react"}


@dataclass(slots=True)
class Governor:
    """What governs a measure noun. kind: verb, noun, compound, subject, prepositional or none."""

    kind: str = "none"
    action: str = "none"
    stage: str = ""
    node: int = -1
    passive: bool = False
    preposition: str = ""


class NounGrammar:
    """Finds the events told by measure nouns in one document."""

    def __init__(self, phrases: Phrases, parties: Parties, senses: Senses) -> None:
        self.p, self.t, self.words = phrases, phrases.t, phrases.words
        self.parties, self.senses = parties, senses
        self.stages = Stages(phrases)

    def at(self, i: int) -> tuple[list[Event], int] | None:
        """Events of the measure noun that starts at token `i`, and the token after it; None where there is none."""
        t = self.t
        found = self.words.nouns.match_at(t.lemma, i)
        if found is None:
            return None
        end, (kind, measures) = found
        head = end - 1
        if "tariff" in measures and self._trade_policy(i, head):
            return None
        if not self._noun(i, head):
            return None
        start = min(self.p.start(i), i)
        if not self.senses.allows_noun(start, i, head, kind):
            return None
        start = self._senders_listed(start, head)
        listed, end, extra = self._objects(end, head, list(measures))
        if not listed:
            listed = list(measures)
        listed = self._modified(start, i, listed)
        start, partial = self._carried(start)
        compound = self._compound(head)
        if compound == "body":
            return [], end
        events = self._events(start, head, end, listed, kind, partial, compound)
        for event in events:
            if extra is not None and (event.target is None or not event.target.countries):
                found = self.parties.target(extra)
                if found.countries or event.target is None and found.kind in ("person", "entity", "group"):
                    event.target = found
            if event.target and event.target.kind == "sector" and event.measures == ["unspecified"] and self._one_sector(event.target):
                event.measures = ["sectoral"]
            if event.target and not event.target.countries and event.target.span and self.parties._dealers(*event.target.span):
                event.measures = [m for m in event.measures if m != "unspecified"] + ["secondary"]
        if compound is not None:
            end = max(end, int(compound) + 1)
        return events, end

    def _one_sector(self, target: Party) -> bool:
        return target.span is not None and not any(self.t.lower[k] in (",", "and") for k in range(*target.span))

    def _trade_policy(self, i: int, head: int) -> bool:
        """Tariffs that are lowered, common or preferential are trade policy."""
        t = self.t
        return any(t.lower[k] in ("lower", "reduced", "zero", "preferential", "common", "external", "low", "reducing", "average", "cutting")
                   for k in range(self.p.start(i), head)) or (i > 0 and t.lemma[i - 1] in ("lower", "reduce", "cut", "eliminate"))  # fmt: skip

    def _noun(self, i: int, head: int) -> bool:
        t = self.t
        if t.tag[head].startswith("VB") and t.dep[head] not in ("obj", "nsubj", "obl", "nmod", "nsubj:pass", "compound"):
            return False
        if t.tag[head] in ("VBN", "VBD", "VBG", "JJ"):
            return False
        if i == head and t.lower[head] in ("ban", "freeze", "curb", "embargo", "blockade", "boycott") and head + 1 < t.n:
            # "to freeze the assets and ban travel": verbs, whatever the tagger says.
            if (i == 0 or t.tag[i - 1] in ("CC", "TO", "MD", "NNS", "NNP", "PRP", "RB")) and (
                t.tag[i + 1] in ("DT", "PRP$", "PRP", "CD") or t.tag[i + 1] in ("JJ", "NN", "NNS", "NNP") and t.tag[i - 1] in ("CC", "TO", "MD")
            ):
                return False
        if t.lemma[head] == "sanction" and t.lower[head] == "sanction":
            following = t.lower[head + 1] if head + 1 < t.n else ""
            return following in ("on", "against", "package", "regime", "relief", "list", "measures", "-")
        if t.lower[head] == "sanctions" and i == head and self._verbal(head):
            return False
        return True

    def _verbal(self, i: int) -> bool:
        """"The EU sanctions two plants": the word is the verb of the clause."""
        t = self.t
        first, last = t.sentence(i)
        if i + 1 >= last or i == first:
            return False
        if t.tag[i + 1] not in ("DT", "CD", "NNP", "JJ", "PRP$", "NN", "NNS", "NNPS", "VBN", "PRP"):
            return False
        if self.p.end(i + 1) == i + 1 or t.lemma[i + 1] in self.words.frames["compound"] or t.lemma[i + 1] in _NEUTRAL:
            return False
        start = self.p.start(i)
        if start == i or t.tag[i - 1] not in ("NN", "NNS", "NNP", "NNPS", "PRP", ")"):
            return t.tag[i] == "VBZ" and t.dep[i] in ("root", "conj", "ccomp") and start < i
        after = self.p.right_phrase(i + 1)
        if after is not None and after[1] < last and t.tag[i] != "VBZ" and (t.tag[after[1]] in ("VBZ", "VBD", "VBP", "MD") or self.p.finite(after[1])):
            return False
        before = start - 1
        return before < first or t.lower[before] in (",", "that", "after", "as", "and", "when", "while") or (
            t.tag[i] == "VBZ" and t.tag[before] in ("IN", "NNP", "NN", "NNS"))  # fmt: skip

    def _objects(self, end: int, head: int, measures: list[str]) -> tuple[list[str], int, Span | None]:
        """Measures named by what a ban is on: "a total ban on exports and imports"."""
        t = self.t
        if t.lemma[head] not in ("ban", "embargo", "freeze", "restriction", "curb", "prohibition", "moratorium", "control", "boycott",
                                 "sanction", "limit") or end >= t.n or t.lower[end] not in ("on", "of", "against"):  # fmt: skip
            return [], end, None
        phrase = self.p.right_phrase(end + 1)
        if phrase is None:
            return [], end, None
        found: list[str] = []
        last = end
        i = phrase[0]
        while i < phrase[1]:
            match = self.words.objects.match_at(t.lemma, i)
            if match is not None:
                found.append(match[1][1])
                last = i = match[0]
            else:
                i += 1
        if not found or (t.lemma[head] == "sanction" and not set(found) & {"transaction"}):
            return [], end, None
        unique = list(dict.fromkeys(found))
        if {"import_restriction", "export_restriction"} <= set(unique) and t.lemma[head] in ("ban", "embargo", "prohibition"):
            unique = ["trade_ban"] + [m for m in unique if m not in ("import_restriction", "export_restriction")]
        return unique, last, phrase

    def _modified(self, start: int, first: int, measures: list[str]) -> list[str]:
        """Measures named by adjectives: "economic and military sanctions"."""
        t = self.t
        found: list[str] = []
        # Coordinated modifiers stand before the phrase: "economic and military sanctions".
        i = start
        if start >= 2 and t.lower[start - 1] in ("and", "or", ",") and t.lower[start - 2] in self.words.modifiers:
            found += self.words.modifiers[t.lower[start - 2]]
        while i < first:
            found += self.words.modifiers.get(t.lower[i], ())
            i += 1
        if not found:
            return measures
        keep = [m for m in measures if m not in ("unspecified", "trade_ban")] if measures != ["trade_ban"] else []
        if measures == ["trade_ban"] and any(m in ("economic",) for m in found):
            return ["trade_ban"]
        return list(dict.fromkeys(keep + found)) or measures

    def _senders_listed(self, start: int, head: int) -> int:
        """"U.S., European Union and U.N. sanctions": the names in the list belong to the phrase."""
        t, places = self.t, self.parties.places
        first = t.sentence(start)[0]
        if places.at(start) is None:
            return start
        k = start
        while k - 1 > first and (t.lower[k - 1] in (",", "and") and places.at(k - 2) or places.at(k - 1)):
            k = places.at(k - 1).first if places.at(k - 1) else places.at(k - 2).first  # type: ignore[union-attr]
        return k if k < start and t.lower[k - 1] in ("from", "of", "despite", "under", "on", "by", "through", "to", "over", "with") else start

    def _carried(self, start: int) -> tuple[int, bool]:
        """Take "some of", "a package of", "the scope of" into the phrase."""
        t = self.t
        first = t.sentence(start)[0]
        partial = any(t.lower[k] in _PARTIAL for k in range(start, min(start + 2, t.n)))
        for _ in range(3):
            if start - 2 >= first and t.lower[start - 1] in ("of", "in") and t.lemma[start - 2] in _CARRIERS and not self.p.verb(start - 2):
                if t.lemma[start - 2] == "end":
                    break
                partial = partial or t.lower[start - 2] in _PARTIAL
                start = self.p.start(start - 2)
            else:
                break
        return start, partial

    def _compound(self, head: int) -> str | None:
        """The noun after the measure noun: "sanctions relief", "sanctions-busting", "sanctions committee"."""
        t = self.t
        right = head + 1
        if right < t.n and t.text[right] == "-":
            right += 1
        if right >= t.sentence(head)[1]:
            return None
        if not (t.tag[right].startswith(("NN", "VB")) or t.tag[right] == "JJ"):
            return None
        row = self.words.action_of("compound", t.lemma[right]) or self.words.action_of("compound", t.lower[right])
        if row is None:
            return None
        after = t.lemma[right + 1] if right + 1 < t.n else ""
        body = self.words.action_of("compound", after)
        return "body" if row[0] == "body" or (body and body[0] == "body" and t.tag[right + 1].startswith("NN")) else str(right)

    def _events(self, start: int, head: int, end: int, measures: list[str], kind: str, partial: bool, compound: str | None) -> list[Event]:
        t = self.t
        if compound is not None:
            right = int(compound)
            row = self.words.action_of("compound", t.lemma[right]) or self.words.action_of("compound", t.lower[right])
            assert row is not None
            governor = Governor("compound", row[0], row[1], right)
            event = self._compound_event(start, head, right, measures, governor)
            return [event] if event else []
        while end < t.n and t.lemma[end] in _NEUTRAL and t.tag[end].startswith("NN") and t.sent[end] == t.sent[head]:
            end += 1
        governor = self.govern(start, head, end)
        event = Event((start, end), head, governor.node if governor.node >= 0 else head, measures, weak=kind == "weak")
        event.definite = t.lower[start] in ("the", "these", "those", "this", "such", "its", "their", "that")
        by, relative, target = self._after(end, governor)
        course = Course()
        if governor.kind == "none" and target is None:
            target = self._under(start)
        if governor.kind in ("verb", "prepositional", "coordinated") and governor.action != "none":
            course = self.stages.of_verb(governor.node, governor.action, governor.passive)
            event.rule = f"noun-{governor.kind}"
            if self._adjacent(governor.node, start):
                event.span = (min(governor.node, start), end)
        elif governor.kind == "noun":
            first = self.p.start(governor.node)
            course = self.stages.of_noun(first, governor.node, governor.action)
            event.span = (min(first, start), end)
            event.rule = "nominalization"
        elif governor.kind == "subject":
            course = self.stages.of_verb(governor.node, governor.action, True)
            event.rule = "noun-effect" if governor.preposition == "effect" else "noun-subject"
            if governor.node - end <= 6:
                event.span = (start, governor.node + 1)
        event.action, event.stage = self._settle(governor, course, partial)
        if event.action == "none":
            cue = next((c for k in range(start, head) if t.lower[k] in _BARE and (c := self.words.cue("adjective", t.lower[k]))), None)
            if cue is not None:
                event.action, event.stage, event.rule = "impose", cue.stage, "noun-adjective"
        if t.lower[start] == "no" and event.stage in ("done", "planned") and event.action not in ("none", "maintain"):
            event.stage = "refused"
        event.modality = course.modality
        self._give_roles(event, governor, course, by, target, start, head)
        events = [event]
        if relative is not None:
            extra = self._relative(event, relative, by)
            if extra is not None:
                events.append(extra)
        return events

    def _under(self, start: int) -> Span | None:
        """"X is under sanctions", "X has been the subject of sanctions", "X is subject to": the subject is the target."""
        t = self.t
        left = self.p.before(start)
        first = t.sentence(start)[0]
        if left <= first or t.lower[left] not in ("under", "of", "to"):
            return None
        k = left - 1
        if t.lower[left] != "under":
            if t.lemma[k] not in ("subject", "target", "object"):
                return None
            k = self.p.start(k) - 1 if t.tag[k].startswith("NN") else k - 1
        while k > first and t.tag[k] in ("RB", "RBR"):
            k -= 1
        if t.lemma[k] not in ("be", "remain", "become", "come", "stay") and not (t.lower[left] == "under" and self.p.verb(k)):
            return None
        return self.stages.subject(k)

    def _adjacent(self, node: int, start: int) -> bool:
        return 0 <= start - node <= 4

    def _settle(self, governor: Governor, course: Course, partial: bool) -> tuple[str, str]:
        action, stage = governor.action, course.stage
        if governor.stage in ("called_for", "opposed", "threatened") and stage in ("proposed", "considered"):
            stage = governor.stage
        if governor.stage and stage in (None, "done", "in_force", "planned") and not (governor.stage == "in_force" and action == "none" and stage == "planned"):
            stage = governor.stage if not (stage == "planned" and governor.stage in ("in_force",)) else stage
        if action == "none":
            return "none", "in_force"
        if governor.stage == "planned" and stage == "done":
            stage = "planned"
        if action == "maintain" and stage in (None, "done"):
            stage = "in_force"
        if action == "enforce" and stage in (None, "done") and governor.kind == "noun":
            stage = "in_force"
        if action == "lift" and partial:
            action = "ease"
        if action == "impose" and stage == "hypothetical" and governor.kind == "noun" and self._grown(governor.node):
            action = "expand"
        return action, stage or "done"

    def _grown(self, node: int) -> bool:
        """"the risk of expanded sanctions"."""
        return any(w in ("expanded", "tightened", "tougher", "stricter", "stronger", "increased") for w in self.t.lower[node : node + 4])

    def govern(self, start: int, head: int, end: int) -> Governor:
        """The word that carries the action on this measure noun."""
        t = self.t
        left = self.p.before(start)
        if left >= 0:
            found = self._left(left, start)
            if found is not None:
                return found
            low = t.lower[left]
            if low in ("and", "or", ",", "&", "with") or (low == "with" and t.lower[left - 1] == "along"):
                found = self._coordinated(left, head)
                if found is not None:
                    return found
        found = self._subject(head, end)
        if found is not None:
            return found
        return self._parsed(head)

    def _left(self, left: int, start: int) -> Governor | None:
        t = self.t
        low = t.lower[left]
        verb = self.p.verb(left)
        if verb is None and low in _OVER and self.p.verb(left - 1):
            verb = f"{self.p.verb(left - 1)} {low}"
            row = self.words.action_of("measure", verb) or self.words.action_of("measure", verb.split()[0])
            return Governor("verb", *row, node=left - 1) if row else None
        if verb is not None:
            row = self.words.action_of("measure", verb)
            if row is not None:
                action = row[0]
                if verb == "impose" and left >= 2 and t.text[left - 1] == "-" and t.lower[left - 2] == "re":
                    action, left = "reimpose", left - 2
                return Governor("verb", action, row[1], left)
            return None
        if low in ("on", "for", "against", "of", "with", "to", "from", "about", "in", "by", "over", "under", "through"):
            return self._prepositional(left, low)
        if t.tag[left] == "CD" or low == "place":
            return None
        return None

    def _prepositional(self, left: int, low: str) -> Governor | None:
        t = self.t
        outer = self.p.before(left)
        if outer < 0:
            return None
        lemma, verb = t.lemma[outer], self.p.verb(outer)
        if verb is None:
            row = self.words.action_of("of", lemma)
            if row is not None and (low in ("of", "to", "from", "on", "for", "in", "with")) and not (low == "from" and lemma == "return"):
                if not (low in ("on", "for") and lemma not in ("ease", "extension", "waiver", "exemption", "relief", "license", "licence")):
                    return Governor("noun", row[0], row[1], outer, preposition=low)
            cue = self.words.cue("noun", lemma)
            if cue is not None and low in ("of", "for", "on", "about", "to", "against"):
                stage = "opposed" if low == "against" else cue.stage
                if stage == "hypothetical" and low != "of":
                    stage = "considered"
                if stage == "done":
                    return Governor("noun", "impose", "", outer, preposition=low)
                return Governor("noun", "impose", stage, outer, preposition=low)
            if self.words.cue("adjective", t.lower[outer]) and low in ("to", "for"):
                return None
        else:
            cue = self.words.cue("verb", verb)
            if verb in _BACKLASH and low in ("against", "to"):
                return Governor("prepositional", "retaliate", "", outer, preposition="against")
            if low == "against" and verb in ("vote", "argue", "warn", "advise", "speak", "decide", "protest", "campaign", "appeal"):
                return Governor("prepositional", "impose", "refused" if verb in ("vote", "decide") else "opposed", outer, preposition=low)
            if low in ("for", "of", "on", "with", "to", "about", "against") and cue is not None and verb not in ("say", "report", "include", "charge", "accuse", "blame", "claim", "try", "help"):
                if low == "to" and verb not in ("agree", "resort", "commit", "object", "go"):
                    return None
                stage = cue.stage if cue.stage != "done" else ""
                return Governor("prepositional", "impose", stage, outer, preposition=low)
            if verb in ("comply", "abide") and low in ("with", "by"):
                return Governor("prepositional", "enforce", "", outer, preposition=low)
            if low == "in" and verb == "result":
                return None
        if low == "with":
            for i in range(outer, max(t.sentence(outer)[0] - 1, outer - 12), -1):
                found = self.p.verb(i)
                if found in _STRIKERS:
                    stage = "threatened" if found == "threaten" else ""
                    return Governor("prepositional", "retaliate" if found in ("retaliate",) else "impose", stage, i, preposition="with")
                if found and t.tag[i] in ("VBD", "VBZ", "VBP"):
                    break
        return None

    def _coordinated(self, left: int, head: int) -> Governor | None:
        """"calls for an arms embargo and sanctions": the governor of the conjunct before."""
        t = self.t
        first = t.sentence(head)[0]
        for i in range(left - 1, max(first - 1, left - 16), -1):
            verb = self.p.verb(i)
            if verb is None:
                if t.lower[i] in (";", ":"):
                    return None
                continue
            row = self.words.action_of("measure", verb)
            if row is not None:
                preposition = t.lower[i + 1] if t.lower[i + 1] in ("for", "of", "on", "with") else ""
                if preposition:
                    return self._prepositional(i + 1, preposition)
                return Governor("coordinated", row[0], row[1], i)
            if t.lower[i + 1] in ("for", "of", "with") and self.words.cue("verb", verb):
                return self._prepositional(i + 1, t.lower[i + 1])
            if t.tag[i] in ("VBD", "VBZ", "VBP", "MD"):
                return None
        return None

    def _subject(self, head: int, end: int) -> Governor | None:
        """The noun is the subject: find its verb to the right, over modifiers."""
        t = self.t
        last = t.sentence(head)[1]
        i, reduced = end, False
        while i < min(last, end + 24):
            low, tag = t.lower[i], t.tag[i]
            if low in (";", ":", '"') or (low == "," and not reduced) or low in _CLAUSES:
                break
            if low in ("that", "which") and i <= end + 8:
                i = self._skip_clause(i + 1, last)
                continue
            if low == "to" and i + 1 < last and t.lower[i + 1] == "be":
                main = self._main(i)
                row = self.words.action_of("measure", t.lemma[main])
                return Governor("subject", row[0], row[1], main, True) if row else None
            bare = tag == "VB" and t.dep[i] in ("root", "conj") and not self.p.group(i)[1]
            if bare or tag in ("VBZ", "VBD", "VBP", "MD") or (tag in ("NNS",) and self.p.finite(i)):
                if tag == "VBD" and i + 1 < last and t.lower[i + 1] in ("by", "on", "against", "in", "over", "after") and (
                    self.words.action_of("measure", t.lemma[i])
                ):
                    reduced = True
                    i += 1
                    continue
                return self._predicate(self._main(i), i)
            if tag in ("VBN", "VBG"):
                reduced = True
            i += 1
        return None

    def _skip_clause(self, i: int, last: int) -> int:
        """Past the verb of a relative clause."""
        while i < last and self.t.tag[i] not in ("VBZ", "VBD", "VBP", "MD"):
            i += 1
        i = self._main(i) + 1 if i < last else i
        return i

    def _main(self, i: int) -> int:
        t, last = self.t, self.t.sentence(i)[1]
        k = i
        while k + 1 < last and (t.tag[k + 1].startswith("VB") or t.tag[k + 1] in ("RB",) or t.lower[k + 1] in ("not", "to")) and (
            t.tag[k] == "MD" or t.lower[k] in ("be", "been", "being", "is", "are", "was", "were", "have", "has", "had", "not", "to", "do",
                                               "does", "did", "will") or t.tag[k] == "RB"):  # fmt: skip
            k += 1
        return k

    def _predicate(self, main: int, begin: int) -> Governor | None:
        t = self.t
        lemma = self.p.verb(main) or t.lemma[main]
        group = [t.lower[k] for k in range(begin, main)]
        passive = t.tag[main] in ("VBN", "VBD") and any(w in ("be", "been", "being", "is", "are", "was", "were") for w in group)
        if passive:
            row = self.words.action_of("measure", lemma)
            if row is not None:
                return Governor("subject", row[0], row[1], main, True)
            cue = self.words.cue("verb", lemma)
            follow = main + 1
            if cue is not None and follow + 2 < t.n and t.lower[follow] == "to":
                inner = self._main(follow)
                row = self.words.action_of("measure", t.lemma[inner]) or self.words.action_of("subject", t.lemma[inner])
                if row is not None and inner > follow:
                    return Governor("subject", row[0], row[1], inner, True)
            return None
        if lemma == "end" and main + 1 < t.n and self.p.end(main + 1) > main + 1:
            return None
        row = self.words.action_of("subject", lemma)
        following = t.lower[main + 1] if main + 1 < t.n else ""
        if row is not None:
            action, stage = row
            if lemma in ("take", "come", "go", "enter"):
                if following not in ("effect", "into", "force"):
                    return None
                stage = "" if t.tag[main] == "VBD" else "scheduled"
            elif lemma in ("run",) and following != "out":
                return None
            elif lemma in ("begin", "start", "bite", "follow", "fall", "hit", "target"):
                if lemma not in ("target",):
                    return None
            elif lemma == "expire" and t.tag[main] in ("VBZ", "VBP", "VB"):
                stage = "scheduled"
            if any(w in ("would",) for w in group) and action == "maintain":
                return Governor("subject", "impose", "hypothetical", main)
            return Governor("subject", action, stage, main)
        if "would" in group:
            return Governor("subject", "impose", "hypothetical", main, preposition="effect")
        return None

    def _parsed(self, head: int) -> Governor:
        """What the parser says, where word order found nothing."""
        t = self.t
        passive = t.dep[head] == "nsubj:pass" and t.tag[t.head[head]] == "VBN"
        if (t.dep[head] == "obj" or passive) and t.head[head] != head and (passive or t.head[head] < head):
            verb = self.p.verb(t.head[head])
            row = self.words.action_of("measure", verb) if verb else None
            if row is not None and abs(t.head[head] - head) < 12:
                return Governor("verb", row[0], row[1], t.head[head], t.dep[head] == "nsubj:pass")
        return Governor()

    def _after(self, end: int, governor: Governor) -> tuple[Span | None, int | None, Span | None]:
        """What follows the noun: "by X", "imposed", "on X"."""
        t = self.t
        last = t.sentence(end - 1)[1]
        by: Span | None = None
        relative: int | None = None
        target: Span | None = None
        i = end
        for _ in range(14):
            if i >= last:
                break
            low = t.lower[i]
            if low == "by" and by is None:
                by = self._agent(i + 1)
                if by is None:
                    break
                i = by[1]
            elif low == "of" and any(t.tag[k] == "CD" for k in range(i + 1, min(last, i + 4))):
                # "tariffs of up to 100 %"
                i = next(k for k in range(i + 1, min(last, i + 4)) if t.tag[k] == "CD") + 1
                while i < last and (t.tag[i] == "CD" or t.lower[i] in ("to", "%", "per", "cent", "percent", "pct", "or", "more")):
                    i += 1
            elif low == "under" and i + 1 < last:
                basis = self.p.right_phrase(i + 1)
                if basis is None:
                    break
                i = basis[1]
            elif low in _TARGET_PREPOSITIONS and target is None:
                if i + 1 < last and t.lower[i + 1] == "and":
                    # "sanctions against and a suspension of trade with Israel"
                    close = next((k for k in range(i + 2, min(last, i + 12)) if t.lower[k] in ("with", "on", "against", "to")), None)
                    target = self.p.right_phrase(close + 1) if close else None
                    break
                target = self.p.right_phrase(i + 1)
                if target is None:
                    break
                i = target[1]
            elif low in ("that", "which") and relative is None:
                main = self._main(min(i + 1, last - 1))
                if self.p.verb(main) and self.words.action_of("measure", t.lemma[main]):
                    relative, i = main, main + 1
                else:
                    break
            elif t.tag[i] in ("VBN", "VBD") and (self.words.action_of("measure", t.lemma[i]) or t.lemma[i] in ("target", "aim", "direct")):
                if governor.node == i:
                    i += 1
                    continue
                if self.p.group(i)[1] and relative is None:
                    break
                relative = i if self.words.action_of("measure", t.lemma[i]) else relative
                i += 1
                if i < last and t.lower[i] == "at":
                    target = self.p.right_phrase(i + 1)
                    i = target[1] if target else i + 1
            elif t.tag[i] in ("RB", "RBR") or low in ("already", "earlier", "last", "in", "place", "still", "first") or t.tag[i] == "CD" or (
                relative is not None and t.tag[i] in ("NN", "NNP", "JJ")
            ):
                i += 1
            elif low in ("and", "or", ",") and target is None and (noun := self._next_measure(i + 1, last)):
                i = noun
            elif governor.kind == "subject" and i <= governor.node:
                i += 1
            elif low == "for" and target is None:
                found = self.p.right_phrase(i + 1)
                if found and self.parties.target(found).kind in ("country", "entity", "person", "group", "vessel"):
                    target = found
                break
            elif low in ("hitting", "covering", "crippling") and target is None:
                target = self.p.right_phrase(i + 1)
                break
            else:
                break
        return by, relative, target

    def _agent(self, i: int) -> Span | None:
        """Who acts in "by X"; None for "by six months", "by banning"."""
        t = self.t
        found = self.p.right_phrase(i)
        if found is None or t.tag[found[0]] in ("VBG", "CD") or any(t.lemma[k] in _LONG for k in range(*found)):
            return None
        party = self.parties.sender(found)
        named = any(t.tag[k] in ("NNP", "NNPS") for k in range(*found))
        return found if party.countries or named or t.lemma[found[1] - 1] in ("west", "government", "country", "ally", "council", "power", "nation") else None

    def _next_measure(self, i: int, last: int) -> int | None:
        """End of a measure noun in the conjunct that starts at `i`."""
        for k in range(i, min(last, i + 5)):
            found = self.words.nouns.match_at(self.t.lemma, k)
            if found is not None:
                return found[0]
            if not self.p.inside(k) and self.t.lower[k] not in ("and",):
                return None
        return None

    def _relative(self, event: Event, verb: int, by: Span | None) -> Event | None:
        """"sanctions … imposed by X": the action itself where nothing else happens to them, else a telling of its own."""
        row = self.words.action_of("measure", self.t.lemma[verb])
        if row is None:
            return None
        if event.action == "none" and row[0] in ("impose", "expand", "reimpose", "extend", "lift", "suspend", "ease"):
            event.action, event.stage = row[0], row[1] or "done"
            event.node, event.rule = verb, "noun-participle"
            course = self.stages.of_verb(verb, row[0], True)
            if self.p.group(verb)[1]:
                event.stage = course.stage or event.stage
            event.span = (event.span[0], max(event.span[1], verb + 1 if verb - event.span[1] < 3 else event.span[1]))
            return None
        if row[0] not in ("impose", "reimpose") or row[1]:
            return None
        extra = Event((verb, verb + 1), verb, verb, list(event.measures), row[0], "done", event.sender, event.target, rule="noun-relative")
        extra.inherited.add("needs-date")
        return extra

    def _give_roles(self, event: Event, governor: Governor, course: Course, by: Span | None, target: Span | None, start: int, head: int) -> None:
        t = self.t
        parties = self.parties
        sender_place, target_place = self._places_within(start, head)
        if by is not None and parties.sender(by).countries or by is not None and governor.kind != "none":
            event.sender = parties.sender(by)
        subject = course.sender
        actor = parties.sender(subject) if subject is not None else None
        verb = t.lemma[governor.node] if governor.node >= 0 else ""
        if event.action in ("violate",):
            if actor is not None:
                event.agent = event.agent or actor
        elif verb in _HOLDERS and governor.kind == "verb":
            if target is None and subject is not None:
                target = subject
            if event.action == "none" and event.stage == "in_force":
                event.action, event.stage = self._faced(governor.node, course)
                event.modality = course.modality
        elif course.exchange:
            self._exchanged(event, course)
        elif governor.stage in ("called_for", "opposed", "blocked") and not course.addressee and actor is not None:
            event.agent = actor
        elif event.action == "reimpose" and t.lemma[head] == "snapback" and actor is not None:
            # Members notify; the sanctions that snap back are the Security Council's.
            event.agent, event.sender = actor, Party(None, ("UNO",), None, None)
        elif actor is not None and event.sender is None and governor.kind != "subject" and event.action not in ("none", "enforce", "expire"):
            event.sender = actor
        elif actor is not None and event.action == "enforce":
            event.agent = actor
        if course.agent is not None and event.agent is None:
            event.agent = parties.sender(course.agent)
        if sender_place is not None:
            event.sender = event.sender if event.sender and event.sender.countries == sender_place.countries else sender_place
        if target is None and governor.preposition == "with" and governor.node >= 0:
            target = self.p.right_phrase(governor.node + 1)
        if target is not None:
            event.target = parties.target(target)
        if target_place is not None and (event.target is None or not event.target.countries):
            event.target = target_place
        if event.target is not None and not event.target.countries and event.target.span and t.tag[event.target.span[0]] == "PRP$":
            event.target = None
        if event.sender and event.target and event.sender.countries and event.sender.countries == event.target.countries:
            if event.target.span and parties.places.within(*event.target.span) and sender_place is None and by is None:
                event.sender = None
            elif event.target.span and not parties.places.within(*event.target.span):
                event.target.countries = ()
        if event.action == "retaliate" and governor.preposition == "against":
            hit = sender_place or event.target
            event.sender = actor
            event.target = Party(hit.span, hit.countries, "country", hit.text) if hit else None
        if event.agent is not None and not event.agent.countries and event.agent.span and not any(
            t.tag[k] in ("NNP", "NNPS", "PRP") for k in range(*event.agent.span)
        ):
            event.agent = None
        if any(t.lower[k] in ("western", "international", "allied", "multilateral") for k in range(start, head)) and not event.senders:
            event.inherited.add("many")
        if event.action == "violate" and event.target is None and event.agent is not None and self._state(event.agent):
            event.target = Party(event.agent.span, event.agent.countries, "country", event.agent.text)
        called = event.stage in ("called_for", "opposed") and event.action in ("lift", "ease", "suspend", "impose")
        if called and event.target is None and event.agent is not None and event.action in ("lift", "ease", "suspend"):
            event.target = event.agent if event.agent.countries and event.agent.countries != event.senders and event.stage == "called_for" else None
            if event.target is not None:
                event.target = Party(event.target.span, event.target.countries, "country", event.target.text)

    def _state(self, party: Party) -> bool:
        return party.span is not None and all(self.parties.places.at(k) for k in range(*party.span))

    def _exchanged(self, event: Event, course: Course) -> None:
        """"Iran agrees to … in exchange for the lifting": the target acts, the other country of the sentence sends."""
        if course.agent is None:
            return
        giver = self.parties.sender(course.agent)
        event.agent = giver
        if len(giver.countries) == 1:
            event.target = Party(giver.span, giver.countries, "country", giver.text)
            others = {p.iso3: p for p in self.parties.places.within(*self.t.sentence(event.node)) if p.iso3 not in giver.countries}
            if len(others) == 1:
                place = next(iter(others.values()))
                event.sender = Party((place.first, place.end), (place.iso3,), None, self.parties.text((place.first, place.end)))

    def _faced(self, verb: int, course: Course) -> tuple[str, str]:
        found = self.stages.of_verb(verb, "impose")
        course.modality = found.modality
        if found.stage in ("planned", "threatened", "considered", "hypothetical"):
            stage = {"planned": "threatened", "considered": "threatened"}.get(found.stage, found.stage)
            return "impose", stage
        return "none", "in_force"

    def _places_within(self, start: int, head: int) -> tuple[Party | None, Party | None]:
        """Countries before the noun: "Japanese sanctions", "the EU's ban" name the sender, "Iran sanctions" the target."""
        t, places = self.t, self.parties.places
        sender: list[int] = []
        target: list[int] = []
        i = start
        while i < head:
            place = places.at(i)
            if place is None or place.end > head:
                i += 1
                continue
            after = t.lower[place.end] if place.end < t.n else ""
            before = t.lower[place.first - 2] if place.first >= 2 and t.text[place.first - 1] == "-" else ""
            union = place.iso3 in ("EUE", "UNO", "USA", "GBR")
            if before in ("anti", "pro"):
                target.append(place.first)
            elif after in ("'s", "’s", "'", "-") or union or (t.tag[place.end - 1] in ("NNPS", "NNS") and after == "'"):
                sender.append(place.first)
            elif place.kind == "demonym":
                sender.append(place.first)
            else:
                target.append(place.first)
            i = place.end
        def party(spots: list[int]) -> Party | None:
            if not spots:
                return None
            ends = [places.at(s).end for s in spots]  # type: ignore[union-attr]
            span = (spots[0], max(ends))
            codes = tuple(sorted({self.parties._metonym(places.at(s)) for s in spots}))  # type: ignore[arg-type]
            return Party(span, codes, "country", self.parties.text(span))

        return party(sender), party(target)

    def _compound_event(self, start: int, head: int, right: int, measures: list[str], governor: Governor) -> Event | None:
        t = self.t
        course = self.stages.of_noun(start, right, governor.action)
        event = Event((start, right + 1), head, right, measures, governor.action, rule="compound")
        event.weak = measures == ["tariff"]
        default = {"violate": "done", "ease": "hypothetical", "lift": "hypothetical", "enforce": "in_force", "extend": "considered",
                   "reimpose": "considered", "expire": "scheduled", "impose": governor.stage or "proposed"}  # fmt: skip
        if governor.stage:
            event.stage = governor.stage
        else:
            event.stage = course.stage or default[governor.action]
        event.modality = course.modality
        left = self.p.before(start)
        if course.stage is None and governor.action in ("ease", "reimpose") and left >= 0 and self.p.verb(left):
            verb = self.p.verb(left) or ""
            if verb in ("issue", "grant", "give", "approve", "offer", "provide", "receive", "get", "win", "secure", "extend", "obtain", "announce"):
                found = self.stages.of_verb(left, "ease")
                event.stage = found.stage or "done"
                course = found
                event.span = (left, right + 1)
            elif verb in ("revoke", "cancel", "end", "withdraw", "rescind", "terminate"):
                course = self.stages.of_verb(left, "reimpose")
                event.action, event.stage, event.span = "reimpose", course.stage or "done", (left, right + 1)
            elif verb in ("seek", "want", "demand", "request", "need"):
                event.stage = "called_for"
        by, _, target = self._after(right + 1, governor)
        self._give_roles(event, governor, course, by, target, start, head)
        if event.action == "violate" and event.sender and event.sender.span and t.tag[min(event.sender.span[1], t.n - 1)] == "POS":
            # "the Kremlin's sanctions evasion": whose evasion it is.
            event.agent, event.sender = event.sender, None
            event.target = event.target or Party(event.agent.span, event.agent.countries, "country", event.agent.text)
        if event.action == "violate" and course.agent is not None:
            event.agent = self.parties.sender(course.agent)
        if governor.stage == "proposed":
            if event.sender and event.target is None and t.tag[start] in ("JJ", "NNP", "DT") and event.sender.countries != ("USA",):
                # "the South African sanctions bill"
                event.target, event.sender = Party(event.sender.span, event.sender.countries, "country", event.sender.text), None
            if left >= 0 and self.p.verb(left) in ("sign", "enact"):
                event.stage = "done"
        if t.lemma[right] in ("fine", "penalty"):
            event.measures = ["penalty"]
        return event
