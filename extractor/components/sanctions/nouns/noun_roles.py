"""Who is sender, target and agent of an event told by a measure noun."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.nouns.governors import Governor
from extractor.components.sanctions.nouns.noun_places import NounPlaces, as_country
from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.stages.embeddings import Course

Span = tuple[int, int]


class NounRoles(NounPlaces):
    """Gives an event its roles."""

    def _give_roles(
        self,
        event: Event,
        governor: Governor,
        course: Course,
        by: Span | None,
        target: Span | None,
        start: int,
        head: int,
    ) -> None:
        t, parties = self.t, self.parties
        sender_place, target_place = self._places_within(start, head)
        if sender_place is None and target_place is None:
            sender_place = self._body_within(start, head)
        if sender_place is not None:
            sender_place = self._with_others(sender_place)
        if by is not None and (governor.kind != "none" or t.tag[by[0]] == "PRP" or parties.sender(by).countries):
            event.sender = parties.sender(by)
        target = self._give_actor(event, governor, course, target, head)
        if event.rule == "nominalization":
            self._give_owner(event, governor.node, by)
        ambiguous = sender_place is not None and target is None and "blockade" not in event.measures
        if ambiguous and sender_place is not None and self._bare_demonym(sender_place, head):
            # "Sudanese sanctions": by Sudan or on it, nothing tells.
            sender_place = None
        if sender_place is None and event.sender is None and t.lower[start] in ("its", "their"):
            event.sender = self._owner_before(start, event)
        if sender_place is not None and target is None and self._hit_by(event, sender_place, governor):
            sender_place, target_place = None, target_place or sender_place
        verb = t.lemma[governor.node] if governor.node >= 0 else ""
        joins = verb in self.words.of("adopting") and event.action == "impose" and event.senders
        # "Switzerland adopted the EU sanctions": it joins in them.
        if sender_place is not None and not joins and event.senders != sender_place.countries:
            event.sender = sender_place
        self._give_target(event, governor, target, target_place)
        if event.sender and event.target and event.senders and event.senders == event.targets and event.target.span:
            if not parties.places.within(*event.target.span):
                event.target.countries = ()
            elif sender_place is None and by is None:
                event.sender = None
        if event.action == "retaliate" and governor.preposition == "against":
            hit = sender_place or event.target
            event.sender = parties.sender(course.sender) if course.sender is not None else None
            event.target = as_country(hit) if hit else None
        agent = event.agent.span if event.agent is not None and not event.agent.countries else None
        if agent and not any(t.tag[k] in ("NNP", "NNPS", "PRP") for k in range(*agent)):
            event.agent = None
        if not self.words.of("many_states").isdisjoint(t.lower[start:head]) and not event.senders:
            event.inherited.add("many")
        if event.agent is not None and event.target is None:
            event.target = self._hit_agent(event, event.agent)

    def _give_actor(
        self, event: Event, governor: Governor, course: Course, target: Span | None, head: int
    ) -> Span | None:
        """Who does what the governor tells: sender, agent or, in "faces sanctions", whom it hits, which is returned."""
        t, parties = self.t, self.parties
        subject = course.sender
        actor = parties.sender(subject) if subject is not None else None
        verb = t.lemma[governor.node] if governor.node >= 0 else ""
        if event.action == "violate":
            event.agent = event.agent or actor
        elif verb in self.words.of("bearing") and governor.kind == "verb":
            if subject is None and t.lower[governor.node - 1] == "or":
                subject = self.stages.subject(governor.node) or self.stages._first_subject(governor.node)
            if target is None and subject is not None and self._may_be_hit(subject):
                target = subject
            if event.action == "none" and event.stage == "in_force":
                event.action, event.stage = self._faced(governor.node, course)
                event.modality = course.modality
        elif course.exchange:
            self._exchanged(event, course)
        elif actor is None:
            pass
        elif governor.stage in ("called_for", "opposed", "blocked") and not course.addressee:
            event.agent = actor
        elif event.action == "reimpose" and t.lemma[head] == "snapback":
            # Members notify; the sanctions that snap back are the Security Council's.
            event.agent, event.sender = actor, Party(None, ("UNO",), None, None)
        elif event.action == "enforce":
            event.agent = actor
            if "blockade" in event.measures and event.sender is None:
                # Whose ships enforce a blockade has imposed it.
                event.agent, event.sender = None, actor
        elif event.sender is None and governor.kind != "subject" and event.action != "none":
            event.sender = actor if event.action != "expire" or governor.kind == "verb" else None
        if course.agent is not None and event.agent is None:
            event.agent = parties.sender(course.agent)
        return target

    def _give_owner(self, event: Event, node: int, by: Span | None) -> None:
        """ "Ministers noted the EU's adoption of": whose a nominal act is stands right before it."""
        begin = self.p.start(node)
        own = self._places_within(begin, node)[0]
        if self.t.tag[node - 1] == "POS" and by is None:
            event.sender = own or event.sender
        if event.sender is None and event.action not in ("violate", "enforce"):
            event.sender = own
            if own is None and self.t.lower[begin] in ("its", "their"):
                event.sender = self._owner_before(begin, event)
            event.sender = event.sender or self._owner_of_first(node)

    def _give_target(self, event: Event, governor: Governor, target: Span | None, place: Party | None) -> None:
        """The target: what the words after the noun or its verb name, else the `place` before the noun."""
        verb = self.t.lemma[governor.node] if governor.node >= 0 else ""
        if verb == "subject" and governor.preposition == "to":
            # "would subject Chad to the sanctions in place for Mali"
            target = None
        if target is None and verb and (governor.preposition == "with" or verb in ("designate", "subject")):
            target = self.p.right_phrase(governor.node + 1)
        if target is not None:
            event.target = self.parties.target(target)
            if event.sender and set(event.targets) > set(event.senders):
                # "a tariff on imports into the United States from Brazil"
                event.target.countries = tuple(c for c in event.targets if c not in event.senders)
        if place is not None and not event.targets:
            event.target = place
        span = event.target.span if event.target is not None and not event.targets else None
        if span and self.t.tag[span[0]] == "PRP$":
            event.target = None

    def _hit_agent(self, event: Event, agent: Party) -> Party | None:
        """The agent as target: who breaks sanctions, condemns those it bears, or asks that they be lifted."""
        if event.action == "violate":
            return self._dealt_with(event) or as_country(agent) if self._state(agent) else None
        blamer = agent.countries
        standing = len(blamer) == 1 and (blamer[0] in self.words.regimes or "blockade" in event.measures)
        if event.stage == "opposed" and event.action == "impose" and event.definite and standing:
            # "Havana condemns the U.S. blockade": who suffers it.
            return as_country(agent) if blamer != event.senders else None
        asked = event.stage == "called_for" and event.action in ("lift", "ease", "suspend")
        return as_country(agent) if asked and blamer and blamer != event.senders else None

    def _may_be_hit(self, span: Span) -> bool:
        """ "The restraints averted sanctions": not what sanctions hit."""
        hit = self.parties.target(span)
        if self.t.lemma[self.parties._head(*span)] in self.words.of("averting_act"):
            return False
        named = any(self.t.tag[k] in ("NNP", "NNPS", "PRP") for k in range(*span))
        return bool(hit.countries or hit.kind or named)

    def _owner_before(self, start: int, event: Event) -> Party | None:
        """ "strike back against Norway for its sanctions": the state named right before the possessive."""
        t = self.t
        places = self.parties.places.within(max(t.sentence(start)[0], start - 6), start)
        if not places or places[-1].kind not in ("name", "alias", "capital", "metonym"):
            return None
        last = places[-1]
        touching = last.end == start - 1 and t.lower[start - 1] == "for"
        alone = {p.iso3 for p in places} == {last.iso3} and not any(self.p.verb(k) for k in range(last.end, start))
        if not touching and not alone:
            return None
        span = (last.first, last.end)
        return Party(span, (self.parties.acting_code(last),), None, self.parties.text(span))

    def _dealt_with(self, event: Event) -> Party | None:
        """ "Fiji arming Russia or circumventing sanctions": the one state named that is under a regime."""
        agent, standing = event.agent, self.words.regimes
        if agent is None or set(agent.countries) & standing:
            return None
        near = self.parties.places.within(*self.t.sentence(event.node))
        hit = [p for p in near if p.iso3 in standing and p.iso3 not in event.senders]
        if len({p.iso3 for p in hit}) != 1:
            return None
        span = (hit[0].first, hit[0].end)
        return Party(span, (hit[0].iso3,), "country", self.parties.text(span))

    def _state(self, party: Party) -> bool:
        return party.span is not None and all(self.parties.places.at(k) for k in range(*party.span))

    def _exchanged(self, event: Event, course: Course) -> None:
        """ "Iran agrees to … in exchange for the lifting": the target acts, the other country of the sentence sends."""
        if course.agent is None:
            return
        giver = self.parties.sender(course.agent)
        event.agent = giver
        if len(giver.countries) == 1:
            event.target = as_country(giver)
            others = {
                p.iso3: p
                for p in self.parties.places.within(*self.t.sentence(event.node))
                if p.iso3 not in giver.countries
            }
            if len(others) == 1:
                place = next(iter(others.values()))
                event.sender = Party(
                    (place.first, place.end), (place.iso3,), None, self.parties.text((place.first, place.end))
                )

    def _faced(self, verb: int, course: Course) -> tuple[str, str]:
        found = self.stages.of_verb(verb, "impose")
        course.modality = found.modality
        if self.t.lower[verb - 1] == "or":
            # "must comply or face sanctions"
            return "impose", "threatened"
        if found.stage in ("planned", "threatened", "considered", "hypothetical"):
            stage = {"planned": "threatened", "considered": "threatened"}.get(found.stage, found.stage)
            return "impose", stage
        return "none", "in_force"
