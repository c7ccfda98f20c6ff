"""Acts that only a draft law would take: "the bill imposes", "legislation requiring the President to ban".

A draft is told in the present tense as if it were in force; it is proposed until the text says that it was signed or
enacted.
"""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.stages.stages import Stages
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.tokens import TokenTable

_NOT_YET = {"if", "once", "until", "unless", "when"}
_GIVEN = {"noun-latest", "noun-participle", "noun-relative", "verb-attributive"}
_TOLD = {"called_for", "considered", "done", "hypothetical", "in_force", "planned", "scheduled", "threatened"}
# Tokens in which a text says that a draft is introduced.
_OPENING = 250


class Bills:
    """Reads which acts of one document are a draft's."""

    def __init__(self, p: Phrases) -> None:
        self.p, self.t, self.words = p, p.t, p.words
        self._stages = Stages(p)
        opening = set(p.t.lemma[:_OPENING])
        lemmas = set(p.t.lemma)
        tabling, texts = self.words.of("tabling"), self.words.of("draft_law") | {"act"}
        self._named = bool(lemmas & tabling) and bool(lemmas & texts)
        self._signed = any(p.t.lower[k : k + 3] == ["signed", "into", "law"] for k in range(p.t.n))
        self.opens = bool(opening & tabling) and bool(opening & texts) and not self._signed

    def table(self, event: Event) -> None:
        """Set the stage of what a draft would do to proposed."""
        enacted = self._enacted(event.node) or self.t.tag[event.node] == "VBZ" and self._law(event.node)
        if event.stage == "proposed" and event.rule not in _GIVEN and enacted:
            event.stage = "done"
            return
        if event.action == "none" and self._holds(event):
            event.action, event.stage, event.rule = "impose", "proposed", "noun-adjective"
            return
        if event.rule in _GIVEN or event.stage not in _TOLD or event.action in ("none", "violate", "expire"):
            return
        t = self.t
        if t.tag[event.node] == "VBD" or self._law(event.node):
            return
        if self._signed and t.tag[event.node] == "VBZ" and event.action in ("impose", "maintain"):
            # "signed into law legislation … The legislation maintains sanctions"
            event.stage = "in_force" if event.action == "maintain" else event.stage
            return
        if self._subject(event) or self._charged(event.node) or self.opens and self._item(event.node):
            event.stage = "proposed"
            if event.sender is not None and not event.sender.countries:
                event.sender = None

    def stand(self, event: Event) -> None:
        """ "The Act includes an import ban and authorizes visa restrictions": what a law has in it is in force."""
        t = self.t
        if event.action not in ("impose", "none") or event.stage not in ("done", "in_force"):
            return
        verb = event.node if event.action == "impose" else self.p.before(event.span[0])
        if verb < 0 or t.tag[verb] != "VBZ" or self.p.group(verb)[1]:
            return
        if self.p.verb(verb) not in self.words.of("containing"):
            return
        found = self._stages.subject(verb) or self._stages._first_subject(verb)
        if found is None or self._draft(*found):
            return
        if not self.words.of("law_noun") & {t.lemma[k].lower() for k in range(*found)}:
            return
        event.action, event.stage, event.sender = "maintain", "in_force", None

    def _enacted(self, v: int) -> bool:
        """ "signed a bill imposing", "enacted a law to ban": the text is the object of who makes it law."""
        t = self.t
        noun = self.p.group(v)[0] - 1
        noun = noun - 1 if noun > 0 and t.lower[noun] in ("that", "to", "which") else noun
        if noun <= t.sentence(v)[0] or t.lemma[noun] not in self.words.of("enacted_text"):
            return False
        verb = self.p.before(self.p.start(noun))
        told = verb >= 0 and self.p.verb(verb) in self.words.of("enacting") and t.tag[verb] in ("VBD", "VBN", "VBZ")
        # "praised the president for signing a law imposing"
        told = told or verb > 0 and t.lower[verb - 1 : verb + 1] in (["for", "signing"], ["after", "signing"])
        return told and not (_NOT_YET | {"not", "would"}) & set(t.lower[max(t.sentence(v)[0], verb - 4) : verb])

    def _holds(self, event: Event) -> bool:
        """ "The bill includes sanctions against Mali": what a draft has in it."""
        verb = self.p.before(event.span[0])
        if verb > 0 and (self.p.verb(verb - 1), self.t.lower[verb]) == ("provide", "for"):
            verb -= 1
        if verb < 0 or event.definite or self.p.verb(verb) not in self.words.of("containing"):
            return False
        found = self._stages.subject(verb)
        return found is not None and self._draft(*found) and not self._law(verb)

    def _law(self, i: int) -> bool:
        """Does the sentence say that it has become law?"""
        t = self.t
        first, last = t.sentence(i)
        if t.sent[i] and t.lower[first] == "this" and t.lower[first + 1] in self.words.of("statute_noun"):
            # "It was signed into law in May. This legislation imposes"
            first = t.sents[t.sent[i] - 1][0]
        if t.sent[i] + 1 < len(t.sents) and {"became", "becomes"} & set(t.lower[last : last + 8]):
            # "This provision became law in May."
            return "law" in t.lower[last : last + 8]
        enacting = self.words.of("enacting")
        for k in range(first, last):
            if t.lemma[k] in enacting and t.tag[k] in ("VBD", "VBN", "VBZ"):
                begin, aux = self.p.group(k)
                around = set(t.lower[max(first, begin - 4) : begin]) | set(aux)
                if not around & (_NOT_YET | {"would", "not", "be"}):
                    return True
        return False

    def _subject(self, event: Event) -> bool:
        """Is the subject of the act a draft, or "it" for one?"""
        t = self.t
        if t.tag[event.node] not in ("VB", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS"):
            return False
        spans = [event.sender.span] if event.sender is not None and event.sender.span is not None else []
        if self.p.verb(event.node) and t.tag[event.node] in ("VB", "VBP", "VBZ"):
            found = self._stages.subject(event.node)
            if found is None and t.tag[event.node] == "VBZ":
                # "The bill calls for …, and imposes": the subject of the verb before.
                found = self._stages._first_subject(event.node)
            spans += [found] if found is not None else []
        for a, b in spans:
            if b > event.node:
                continue
            if self._draft(a, b):
                return True
            first = self.p.right_phrase(t.sentence(a)[0]) if b - a == 1 and t.lower[a] == "it" else None
            if first is not None and first[1] <= a and self._draft(*first):
                event.sender = None
                return True
        return False

    def _draft(self, a: int, b: int) -> bool:
        t = self.t
        if {t.lemma[b - 1].lower(), t.lemma[a].lower()} & self.words.of("draft_law"):
            return True
        lemmas = {t.lemma[k].lower() for k in range(a, b)}
        if "draft" in lemmas and t.lemma[b - 1].lower() in self.words.of("tabled_text"):
            # "The draft resolution calls for"
            return True
        return self._named and bool(lemmas & self.words.of("act_part")) and "council" not in lemmas

    def _charged(self, v: int) -> bool:
        """ "legislation requiring the President to ban", "the bill authorizes the President to impose"."""
        t = self.t
        begin = self.p.group(v)[0]
        if t.tag[v] != "VB" or "to" not in t.lower[begin:v] and t.lower[begin - 1] != "to":
            return False
        first = t.sentence(v)[0]
        charging = self.words.of("charging")
        for k in range(begin - 1, max(first, begin - 9), -1):
            if self.p.verb(k) not in charging:
                continue
            start = self.p.group(k)[0]
            left = self.p.left_phrase(start - 1 if t.lower[start - 1] in ("that", "which") else start)
            if left is not None:
                return self._draft(*left)
            return self.opens and t.tag[k] == "VBZ"
        return False

    def _item(self, v: int) -> bool:
        """ "Prohibits investment", "the President shall impose": an item in the summary of the draft."""
        t = self.t
        begin, aux = self.p.group(v)
        if "shall" in aux:
            return True
        bare = begin == v and t.tag[v] in ("VBZ", "NNS", "NNP", "NNPS") and t.text[v][:1].isupper()
        return bare and t.lower[v].endswith("s") and _headless(v, t)


def _headless(v: int, t: TokenTable) -> bool:
    """No subject stands before the verb: it opens its sentence or follows a bullet, a colon or a small word's end."""
    opens = v == t.sentence(v)[0] or t.tag[v - 1] in (".", ":", "NFP", "LS", "CC", ",")
    return opens or not t.text[v - 1][:1].isupper()
