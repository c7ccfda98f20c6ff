"""Events told by a verb: "sanctioned X", "added X to its blacklist", "froze the assets", "expelled two diplomats"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties import Parties, Party
from extractor.components.sanctions.phrases import Phrases
from extractor.components.sanctions.senses import Senses
from extractor.components.sanctions.stages import Stages

Span = tuple[int, int]
_BE = {"be", "is", "are", "was", "were", "been", "being"}
_HITTABLE = ("person", "entity", "vessel", "country", "group")
_BARRED = {
    "enter": "travel_ban", "travel": "travel_ban", "visit": "travel_ban", "fly": "transport_ban", "land": "transport_ban",
    "dock": "transport_ban", "trade": "trade_ban", "deal": "trade_ban", "sell": "export_restriction", "export": "export_restriction",
    "import": "import_restriction", "buy": "import_restriction", "invest": "investment_ban", "operate": "transport_ban",
    "do": "trade_ban", "supply": "export_restriction", "ship": "export_restriction",
}  # fmt: skip
# Trade and transport stop for many reasons; without a word of sanctions in the article only a ban counts.
_COMMERCIAL = {"import", "export", "transport", "trade", "agreement", "travel", "finance", "investment", "asset", "services", "membership", "sport"}
_PLAIN_BANS = {"ban", "bar", "prohibit", "outlaw", "forbid", "embargo", "blacklist", "freeze", "unfreeze"}
_RELIEF = {"license", "licence", "waiver", "exemption", "relief"}
_OFFICES = {"government", "ministry", "council", "parliament", "president", "minister", "administration", "authority", "cabinet",
            "department", "treasury", "senate", "congress", "house", "secretary", "official", "union", "commission", "regime",
            "leader", "committee", "court", "agency", "bank", "fund", "league", "organization", "bloc", "nation", "country", "state",
            "king", "chancellor", "premier", "guard", "military", "foreign"}  # fmt: skip


class VerbGrammar:
    """Finds the events told by verbs in one document."""

    def __init__(self, phrases: Phrases, parties: Parties, senses: Senses) -> None:
        self.p, self.t, self.words = phrases, phrases.t, phrases.words
        self.parties, self.senses = parties, senses
        self.stages = Stages(phrases)

    def at(self, i: int) -> Event | None:
        """The event whose trigger verb or noun is token `i`, or None."""
        t = self.t
        lemma = {"sanctioned": "sanction", "blacklisted": "blacklist"}.get(t.lower[i], t.lemma[i])
        row = self.words.action_of("target", lemma)
        if row is not None:
            return self._target_verb(i, row[0])
        verb = self.p.verb(i)
        if verb is not None:
            if t.tag[i] in ("VBN", "JJ") and self._attributive(i) and not self.p.group(i)[1]:
                return None
            if t.text[i][:1].isupper() and t.text[i - 1] in ('"', "``", "“"):
                return None
            if self.words.action_of("list", verb):
                found = self._listing(i, verb)
                if found is not None:
                    return found
            if verb in ("bar", "ban", "block", "prohibit"):
                found = self._barring(i)
                if found is not None:
                    return found
            if verb in self.words.takers:
                return self._taking(i, verb)
            return None
        if lemma in _RELIEF:
            return self._relief(i)
        if lemma in self.words.of_takers and t.tag[i].startswith("NN"):
            return self._nominal(i, lemma)
        return None

    # "sanctioned X", "X was sanctioned by", "U.S.-sanctioned X"
    def _target_verb(self, i: int, action: str) -> Event | None:
        t = self.t
        first, last = t.sentence(i)
        low = t.lower[i]
        if low in ("sanction", "embargo", "blockade", "boycott") and t.tag[i].startswith("NN") and t.tag[i - 1] not in ("TO", "MD"):
            return None
        if t.tag[i] in ("NNS", "NN") and low.endswith("s") and low not in ("sanctions", "blacklists"):
            return None
        begin, aux = self.p.group(i)
        passive = low.endswith("ed") and any(a in _BE for a in aux)
        hyphen = i > first + 1 and t.text[i - 1] == "-"
        after = i + 1
        if low.endswith("ed") and not aux and (hyphen or self._attributive(i)):
            return self._attributed(i, hyphen)
        if low.endswith("ed") and (passive or (not aux and self._reduced(i))):
            return self._passive(i, begin, aux, passive, action)
        if after >= last or low.endswith("ing") and t.tag[i].startswith("NN") and t.lower[after] == "of":
            return None
        phrase = self.p.right_phrase(after)
        if phrase is None:
            return None
        target = self.parties.target(self._with_attributes(phrase))
        course = self.stages.of_verb(i, action)
        sender = self.parties.sender(course.sender) if course.sender else None
        sender_head = t.lemma[course.sender[1] - 1] if course.sender else None
        head = self.parties._head(*self.parties.trim(phrase))
        if not self.senses.allows_verb(i, head, sender_head) or not self._hittable(i, target, sender):
            return None
        lemma = t.lemma[i]
        event = Event((i, i + 1), i, i, ["designation" if lemma in ("blacklist", "delist", "relist") else "unspecified"], action,
                      course.stage or "done", sender, target, modality=course.modality, rule="verb-target")  # fmt: skip
        if course.agent is not None:
            event.agent = self.parties.sender(course.agent)
        return event

    def _hittable(self, i: int, target: Party, sender: Party | None) -> bool:
        lemma = self.t.lemma[i]
        known = sender is not None and bool(sender.countries)
        if lemma in ("penalize", "penalise", "boycott", "blockade", "embargo"):
            return known and bool(target.countries) and target.countries != sender.countries and target.kind in _HITTABLE  # type: ignore[union-attr]
        return target.kind in _HITTABLE and (known or bool(target.countries) or self.senses.in_article)

    def _attributive(self, i: int) -> bool:
        t = self.t
        if i + 1 >= t.n or t.tag[i + 1] not in ("JJ", "NN", "NNS", "NNP", "NNPS"):
            return False
        return t.dep[i] in ("amod", "compound") or t.tag[i] == "JJ" or t.tag[i - 1] in ("DT", "IN", "JJ", "CD", "PRP$", "TO", "POS")

    def _reduced(self, i: int) -> bool:
        t = self.t
        return i > 0 and t.tag[i - 1] in ("NNS", "NN", "NNP", "NNPS", "CD", ",") and i + 1 < t.n and (
            t.lower[i + 1] in ("by", "as", "for", "over", "under", "in", "last"))  # fmt: skip

    def _attributed(self, i: int, hyphen: bool) -> Event | None:
        t = self.t
        sender = None
        start = i
        if hyphen:
            place = self.parties.places.at(i - 2)
            if place is None:
                return None
            sender = Party((place.first, place.end), (self.parties._metonym(place),), "country", self.parties.text((place.first, place.end)))
            start = place.first
        phrase = self.p.right_phrase(i + 1)
        if phrase is None:
            return None
        phrase = (phrase[0], self._first_noun_end(phrase))
        head = phrase[1] - 1
        target = self.parties.target(phrase)
        if not self.senses.allows_verb(i, head, None) or target.kind not in ("person", "entity", "vessel", "country", "group"):
            return None
        if self.parties._head(*phrase) != head and t.lemma[self.parties._head(*phrase)] in self.words.senses.get("approval", ()):
            return None
        if sender is None and not target.countries and target.kind != "vessel":
            return None
        if not target.countries:
            target.countries = self._fleet(i)
        lemma = t.lemma[i]
        measure = "designation" if lemma == "blacklist" else "unspecified"
        return Event((start, i + 1), i, i, [measure], "none", "in_force", sender, target, rule="verb-attributive", confidence=0.8)

    def _first_noun_end(self, phrase: Span) -> int:
        for k in range(phrase[0], phrase[1]):
            if self.t.lower[k] in ("and", ",", "of", "in", "from", "with", "at"):
                return k
        return phrase[1]

    def _fleet(self, i: int) -> tuple[str, ...]:
        """"… part of the Russian shadow fleet": the country a ship is said to belong to."""
        t = self.t
        last = t.sentence(i)[1]
        for k in range(i, min(last, i + 22)):
            if t.lower[k] == "part" and t.lower[k + 1 : k + 2] == ["of"]:
                return tuple(sorted({p.iso3 for p in self.parties.places.within(k, min(last, k + 10))}))
        return ()

    def _passive(self, i: int, begin: int, aux: list[str], passive: bool, action: str) -> Event | None:
        t = self.t
        course = self.stages.of_verb(i, action, True)
        subject = self.stages.subject(i, begin) if passive else self.p.left_phrase(i)
        if subject is None:
            subject = self.stages._first_subject(i)
        by = self._by(i + 1)
        if subject is None:
            return None
        target = self.parties.target(self._vessel(subject))
        sender = self.parties.sender(by) if by else None
        if not self.senses.allows_verb(i, self.parties._head(*self.parties.trim(subject)), t.lemma[by[1] - 1] if by else None):
            return None
        if not target.countries:
            target.countries = self._fleet(i)
        billed = passive and course.stage == "hypothetical" and self._under_bill(i)
        if not (sender and sender.countries) and not billed and not (target.kind in _HITTABLE and (target.countries or self.senses.in_article)):
            return None
        if target.kind == "sector" and not target.countries:
            return None
        measure = "designation" if t.lemma[i] in ("blacklist", "delist", "relist") else "unspecified"
        span = (begin, i + 1) if passive else (i, i + 1)
        event = Event(span, i, i, [measure], action, course.stage or "done", sender, target, modality=course.modality, rule="verb-passive")
        if not passive and by is None:
            event.action, event.stage = "none", "in_force"
        if billed:
            event.stage = "proposed"
        return event

    def _under_bill(self, i: int) -> bool:
        t, first = self.t, self.t.sentence(i)[0]
        return any(t.lemma[k] in ("act", "bill", "legislation", "proposal", "measure", "law") for k in range(first, i))

    def _vessel(self, subject: Span) -> Span:
        """"a tanker in the Caribbean Sea that …": the phrase without the place where it is."""
        t = self.t
        for k in range(subject[0] + 1, subject[1]):
            if t.lower[k] in ("in", "at", "off", "near"):
                return subject[0], k
        return subject

    def _by(self, i: int) -> Span | None:
        t, last = self.t, self.t.sentence(i - 1)[1]
        for k in range(i, min(last, i + 6)):
            if t.lower[k] == "by":
                return self.p.right_phrase(k + 1)
            if t.lower[k] in (",", ";", "and") or t.tag[k] in ("VBD", "VBZ"):
                return None
        return None

    def _with_attributes(self, phrase: Span) -> Span:
        """Add "linked to Iran", "operating in Cambodia" to the phrase."""
        t, last = self.t, self.t.sentence(phrase[0])[1]
        end = phrase[1]
        if end < last and t.tag[end] in ("VBN", "VBG") and t.lower[end] in ("linked", "tied", "operating", "based", "connected", "associated"):
            more = self.p.right_phrase(end + 2) if end + 2 < last else None
            if more:
                return phrase[0], more[1]
        return phrase

    # "added X to its blacklist", "designated X", "removed X from the list"
    def _listing(self, i: int, verb: str) -> Event | None:
        t = self.t
        action = self.words.action_of("list", verb)[0]  # type: ignore[index]
        last = t.sentence(i)[1]
        begin, aux = self.p.group(i)
        passive = t.tag[i] == "VBN" and any(a in _BE for a in aux)
        if verb == "designate":
            return self._designating(i, begin, aux, passive)
        preposition = next((k for k in range(i + 1, min(last, i + 22)) if t.lower[k] in ("to", "on", "from", "onto") and self._list_noun(k)), None)
        if preposition is None or self.senses.unsafe:
            return None
        noun = self._list_noun(preposition)
        assert noun is not None
        course = self.stages.of_verb(i, action, passive)
        sender = None
        if passive:
            subject = self.stages.subject(i, begin)
            target = self.parties.target(subject) if subject else None
            by = self._by(noun)
            sender = self.parties.sender(by) if by else None
        else:
            target = self.parties.target((i + 1, preposition)) if preposition > i + 1 else None
            near = self.p.left_phrase(i) if t.lower[i].endswith("ing") and t.tag[i - 1].startswith("NN") else None
            subject = near or course.sender
            sender = self.parties.sender(subject) if subject else None
        if target is None:
            return None
        listed = self.p.start(noun - 1)
        for place in self.parties.places.within(listed, noun):
            if sender is None or not sender.countries:
                sender = Party((place.first, place.end), (self.parties._metonym(place),), "country", self.parties.text((place.first, place.end)))
        if (sender is None or not sender.countries) and not self.senses.in_article:
            return None
        stop, measures = self._list_content(noun, last)
        event = Event((i, stop), noun - 1, i, measures, action, course.stage or "done", sender, target, modality=course.modality, rule="verb-list")
        if course.agent is not None:
            event.agent = self.parties.sender(course.agent)
        return event

    def _list_noun(self, preposition: int) -> int | None:
        """End of the list noun after the preposition, or None."""
        t, last = self.t, self.t.sentence(preposition)[1]
        end = self.p.end(preposition + 1)
        if end == preposition + 1 or end > last:
            return None
        lemmas = {t.lemma[k] for k in range(preposition + 1, end)}
        if lemmas & {"blacklist", "watchlist"} or lemmas & {"list"} and lemmas & {"black", "entity", "sanction", "terror", "terrorist", "watch",
                                                            "terrorism", "sdn", "ban", "sanctions", "entities", "restricted"}:  # fmt: skip
            return end
        if "list" in lemmas and end < last and t.lower[end] == "of":
            stop = min(last, end + 16)
            if {t.lemma[k] for k in range(end, stop)} & {"ban", "sanction", "terrorism", "terrorist", "embargo", "sponsor"}:
                return end
        return None

    def _list_content(self, noun: int, last: int) -> tuple[int, list[str]]:
        t = self.t
        stop, measures = noun, ["designation"]
        lemmas = [t.lemma[k] for k in range(self.p.start(noun - 1), noun)]
        if "export" in lemmas:
            measures = ["export_restriction"]
        if noun < last and t.lower[noun] == "of":
            for k in range(noun, min(last, noun + 14)):
                found = self.words.nouns.match_at(t.lemma, k)
                if found:
                    stop = found[0]
                    measures = list(found[1][1]) if found[1][1] != ("unspecified",) else measures
                    break
        return stop, measures

    def _designating(self, i: int, begin: int, aux: list[str], passive: bool) -> Event | None:
        t = self.t
        if t.tag[i] == "JJ" or not self.senses.in_article and not self._terror(i):
            return None
        course = self.stages.of_verb(i, "impose", passive)
        phrase = self.stages.subject(i, begin) if passive else self.p.right_phrase(i + 1)
        by = self._by(i + 1) if passive else course.sender
        sender = self.parties.sender(by) if by else None
        if phrase is None or not (sender and sender.countries) and not self._terror(i):
            return None
        target = self.parties.target(phrase)
        if target.kind not in _HITTABLE:
            return None
        return Event((i, i + 1), i, i, ["designation"], "impose", course.stage or "done", sender, target, modality=course.modality,
                     rule="verb-designate", confidence=0.9)  # fmt: skip

    def _terror(self, i: int) -> bool:
        t, last = self.t, self.t.sentence(i)[1]
        near = set(t.lemma[i : min(last, i + 25)])
        return "as" in near and bool(near & {"terrorist", "terrorism", "fto", "sponsor"})

    # "barred him from entering China", "banned Mahan Air from flying"
    def _barring(self, i: int) -> Event | None:
        t = self.t
        last = t.sentence(i)[1]
        gerund = None
        for k in range(i + 1, min(last, i + 30)):
            if t.lower[k] == "from" and k + 1 < last and t.lower[k + 1].endswith("ing") and t.lemma[k + 1] in _BARRED:
                gerund = k + 1
                break
            if t.tag[k] in ("VBD", "VBZ", "MD") and k > i + 1:
                return None
        if gerund is None or gerund == i + 2 or self.senses.is_health(i) or self.senses.is_sport(i):
            return None
        measure = _BARRED[t.lemma[gerund]]
        begin, aux = self.p.group(i)
        passive = t.tag[i] == "VBN" and any(a in _BE for a in aux)
        course = self.stages.of_verb(i, "impose", passive)
        sender = self.parties.sender(course.sender) if course.sender and not passive else None
        span = (i + 1, gerund - 1) if not passive else self.stages.subject(i, begin)
        if span is None or span[0] >= span[1]:
            return None
        target = self.parties.target(span)
        after = self.p.right_phrase(gerund + 2) if t.lower[gerund + 1 : gerund + 2] == ["with"] else None
        if after is not None and sender and target.countries == sender.countries:
            target = self.parties.target(after)
        pronoun = t.tag[span[0]] == "PRP"
        if not pronoun and (not target.countries or (sender and target.countries == sender.countries)):
            return None
        event = Event((i, gerund + 1), i, i, [measure], "impose", course.stage or "done", sender, target, modality=course.modality, rule="verb-bar")
        if pronoun:
            event.target = None
            event.inherited.add("pronoun")
        return event

    # "froze the assets", "suspended aid to Kenya", "expelled two diplomats"
    def _taking(self, i: int, verb: str) -> Event | None:
        t = self.t
        last = t.sentence(i)[1]
        if self.senses.is_health(i) or self.senses.is_sport(i) or self.senses.unsafe and verb in _PLAIN_BANS:
            return None
        begin, aux = self.p.group(i)
        passive = t.tag[i] == "VBN" and any(a in _BE for a in aux)
        start = i + 1
        particle = t.lower[start] if start < last else ""
        if t.lower[start : start + 1] in (["giving"], ["providing"], ["sending"], ["delivering"]) and start + 1 < last:
            start += 1
        full = f"{verb} {particle}"
        if full in self.words.takers and not passive:
            verb, start = full, start + 1
        phrase = self.stages.subject(i, begin) if passive else (self.p.right_phrase(start) if start < last else None)
        if phrase is None:
            return None
        found = self._object(phrase, verb)
        if found is None:
            return None
        group, measure, action, stop = found
        commercial = group in _COMMERCIAL and not (verb in _PLAIN_BANS) and not self.senses.in_article
        if commercial or (group == "asset" and action == "ease" and not set(t.lemma[phrase[0] : phrase[1]]) & {"frozen", "freeze"}):
            return None
        course = self.stages.of_verb(i, action, passive)
        sender_span = self._by(i + 1) if passive else course.sender
        sender = self.parties.sender(sender_span) if sender_span else None
        target = self._affected(phrase, stop, sender)
        content = sender_span is not None and t.lemma[sender_span[1] - 1] in ("sanction", "measure", "embargo")
        if content:
            # "The sanctions will end all military cooperation": part of what was imposed before.
            sender, target, course.stage = None, None, "done"
        elif target is None or not target.countries and group == "procurement":
            if not self.senses.in_article or group not in ("aid", "military", "diplomat", "membership", "relation", "procurement") or not (
                sender and self._is_state(sender) and (sender.countries or group == "membership")):  # fmt: skip
                return None
        elif not self._between_states(sender, target, group):
            return None
        event = Event((i, max(stop, i + 1)) if not passive else (phrase[0], i + 1), stop - 1, i, [measure], action, course.stage or "done",
                      sender, target, modality=course.modality, rule="verb-object", confidence=0.85)  # fmt: skip
        event.definite = content
        if course.agent is not None:
            event.agent = self.parties.sender(course.agent)
        return event

    def _object(self, phrase: Span, verb: str) -> tuple[str, str, str, int] | None:
        t = self.t
        k = phrase[0]
        best = None
        while k < phrase[1] and t.lower[k] not in ("against", "in", "from", "to"):
            match = self.words.objects.match_at(t.lemma, k)
            if match is not None:
                group, measure = match[1]
                # A head noun, or the noun before "to", "from": "oil imports" counts by its last word.
                for groups, action in self.words.takers[verb]:
                    if group in groups and t.tag[match[0] - 1].startswith("NN"):
                        best = (group, measure, action, match[0])
                k = match[0]
                if best and k < t.n and t.text[k] == "-":
                    best = None
                if best and (k >= phrase[1] or not t.tag[k].startswith("NN")):
                    return best
            else:
                if best is not None and t.tag[k].startswith("NN"):
                    best = None
                k += 1
        return best

    def _affected(self, phrase: Span, stop: int, sender: Party | None) -> Party | None:
        """The target: a country in the phrase, or after it with "to", "from", "with", "against"."""
        t, last = self.t, self.t.sentence(phrase[0])[1]
        own = sender.countries if sender else ()
        inner = self.parties.target(phrase)
        if inner.countries and set(inner.countries) - set(own):
            inner.countries = tuple(c for c in inner.countries if c not in own)
            if inner.kind == "sector" or inner.kind is None:
                inner.kind = "country"
            return inner
        for k in range(stop, min(last, stop + 8)):
            if t.lower[k] in ("to", "from", "with", "against", "of", "for", "on", "belonging"):
                after = self.p.right_phrase(k + 1 if t.lower[k] != "belonging" else k + 2)
                if after is not None:
                    found = self.parties.target(after)
                    if found.countries and found.countries != own or found.kind in ("entity", "person", "group"):
                        return found
        return None

    def _is_state(self, sender: Party) -> bool:
        """A state, its government or an office: a firm of a country is none."""
        if sender.span is None:
            return bool(sender.countries)
        t, places = self.t, self.parties.places
        tokens = range(*sender.span)
        if all(places.at(k) or t.lower[k] in ("and", ",", "the", "of", "or", "both") or t.tag[k] in ("JJ", "POS") for k in tokens):
            return True
        if any(t.lemma[k] in _OFFICES for k in tokens) or any(self.words.bodies.match_at(t.text, k) for k in tokens):
            return True
        start, end = t.span(*sender.span)
        return any(s < end and e > start for s, e, _ in self.parties._people)

    def _between_states(self, sender: Party | None, target: Party, group: str) -> bool:
        if sender is None:
            return bool(target.countries) and self.senses.in_article
        if not self._is_state(sender):
            return False
        if sender.countries:
            known = bool(target.countries) or group == "asset" or group == "relation" and target.kind in ("person", "entity")
            return sender.countries != target.countries and known
        body = self.words.bodies.match_at(self.t.text, sender.span[0]) if sender.span else None
        return bool(target.countries) and (body is not None or self.senses.in_article)

    # "the suspension of aid to Kenya", "the expulsion of two diplomats"
    def _relief(self, i: int) -> Event | None:
        """"issues a licence allowing X", "approved exemptions for", "granted relief" where sanctions are spoken of."""
        t = self.t
        if not self.senses.in_article or not t.tag[i].startswith("NN"):
            return None
        first, last = t.sentence(i)
        start = self.p.start(i)
        left = self.p.before(start)
        verb = self.p.verb(left) if left >= 0 else None
        near = self.senses.of_sentence(i)
        if not near & {"sanction", "sanctions", "embargo", "ofac", "restriction"} or t.lemma[i] in ("license", "licence") and "driving" in near:
            return None
        after = i + 1
        if after < last and t.lower[after] in ("from", "of", "on") and any("sanction" in w for w in t.lower[after : after + 6]):
            return None
        if verb in ("issue", "grant", "give", "approve", "extend", "offer", "provide", "receive", "get", "obtain", "publish"):
            action = "extend" if verb == "extend" else "ease"
            course = self.stages.of_verb(left, action, t.tag[left] == "VBN" and not self.p.group(left)[1])
        elif verb in ("revoke", "cancel", "end", "withdraw", "rescind", "terminate"):
            action, course = "reimpose", self.stages.of_verb(left, "reimpose")
        else:
            return None
        sender = self.parties.sender(course.sender) if course.sender and verb not in ("receive", "get", "obtain") else None
        target = None
        for k in range(i + 1, min(last, i + 8)):
            if t.lower[k] in ("for", "allowing", "permitting", "to", "authorizing", "against", "on", "covering"):
                phrase = self.p.right_phrase(k + 1)
                found = self.parties.target(phrase) if phrase else None
                if found and found.countries and found.countries != (sender.countries if sender else ()):
                    target = found
                break
        if t.tag[left] == "VBN" and not self.p.group(left)[1]:
            phrase = self.p.left_phrase(left)
            target, sender = (self.parties.target(phrase) if phrase else None), None
        measures = ["sectoral"] if target is not None and target.kind == "sector" else ["unspecified"]
        return Event((left, i + 1), i, left, measures, action, course.stage or "done", sender, target, modality=course.modality,
                     rule="relief", confidence=0.8)  # fmt: skip

    def _nominal(self, i: int, lemma: str) -> Event | None:
        t = self.t
        last = t.sentence(i)[1]
        if i + 1 >= last or t.lower[i + 1] not in ("of", "in") or self.words.nouns.match_at(t.lemma, i) is not None:
            return None
        phrase = self.p.right_phrase(i + 2)
        if phrase is None or self.senses.is_health(i) or self.senses.is_sport(i):
            return None
        for groups, action in self.words.of_takers[lemma]:
            k = phrase[0]
            while k < phrase[1]:
                match = self.words.objects.match_at(t.lemma, k)
                if match is not None and match[1][0] in groups:
                    return self._nominal_event(i, lemma, phrase, match[0], match[1], action)
                k += 1
        return None

    def _nominal_event(self, i: int, lemma: str, phrase: Span, stop: int, what: tuple[str, str], action: str) -> Event | None:
        t = self.t
        group, measure = what
        if group in _COMMERCIAL and lemma not in ("ban", "embargo") and not self.senses.in_article:
            return None
        start = self.p.start(i)
        course = self.stages.of_noun(start, i, action)
        by = self._by(stop)
        sender = self.parties.sender(by) if by else None
        if sender is None and self.parties.places.within(start, i):
            sender = self.parties.sender((start, i))
        if sender is None and course.sender:
            sender = self.parties.sender(course.sender)
        target = self._affected(phrase, stop, sender)
        if target is None or not self._between_states(sender, target, group):
            return None
        if measure == "trade_ban" and any(t.lower[k] in ("partial", "some", "limited") for k in range(start, i)):
            measure = "economic"
        return Event((start, stop), i, i, [measure], action, course.stage or "done", sender, target, modality=course.modality,
                     rule="nominal-object", confidence=0.8)  # fmt: skip
