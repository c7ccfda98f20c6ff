"""Tokens as the treebanks have them, where spaCy's English rules differ: runs of marks, telephones, e-mail, wanna."""

import re

from spacy.lang.tokenizer_exceptions import URL_PATTERN
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

RUNS = (
    r"!{2,}",
    r"\?{2,}",
    r"[!?]{2,}",
    r"={2,}",
    r"\*{2,}",
    r"\${2,}",
    r"<{2,}",
    r">{2,}",
    r"#{2,}",
    r"_{2,}",
    r"~{2,}",
    r"\+{2,}",
    r"-+=+",
    r"=+-+",
)
AFTER = (  # "really.?", "what?!.", "he said--": where the word before a dot is long it is no abbreviation
    r"(?<=[a-z]{3})(?<!etc)(?<!orp)[.,:]+[?!][.?!,:]*",
    r"[?!][.?!,:]+",
    r"(?<=[A-Za-z])-{2,}",
)
BEFORE = (r"[.,:!?]{1,4}[?!][.?!]*", r"-(?=[A-Za-z0-9])", r"~+(?=\w)", r"@(?=\d)")
INSIDE = (r"(?<=\w)[()](?=[\w(/])", r"(?<=\))/(?=\w)", r"(?<=\))\((?=\w)", r'(?<=\w)"(?=[<(\w-])', r'(?<=["\w])<(?=\w)')
WHOLE = ("e-mail", "e-mails", "E-mail", "E-mails", "al.", "etc.", "b/c", "ed.", "vol.", "Cal.")
# telephones, but no ranges of round numbers or years: "500-1000 people"
PHONE = r"(?:\d-)?\d{3}[-/]\d{3}-\d{4}$|\d{3}-\d{3}[1-9]$|\d-(?!19|20)\d{3}[1-9]$|\d{5}-\d{4}$"
PREFIXES = ("anti", "counter", "mis", "multi", "neo", "non", "over", "post", "pre", "re", "semi", "sub", "un")
PREFIXED = rf"(?:{'|'.join(f'[{p[0].upper()}{p[0]}]{p[1:]}' for p in PREFIXES)})-[a-z]+$"
SPLIT = {"wanna": ("wan", "na"), "outta": ("out", "ta"), "alot": ("a", "lot")}
# 'Ann"<ann@example.org' is a name, a mark and an address
IN_ONE_PIECE = re.compile(rf'(?u){PHONE}|{PREFIXED}|(?!\S*[<"])' + URL_PATTERN)
NOT_WHOLE = ("and/or", "):")


def treebank_tokens(nlp: Language) -> None:
    """Change the pipeline's tokenizer in place; the changes are saved with it."""
    defaults = nlp.Defaults
    nlp.tokenizer.prefix_search = compile_prefix_regex((*RUNS, *BEFORE, *(defaults.prefixes or ()))).search
    nlp.tokenizer.suffix_search = compile_suffix_regex((*RUNS, *AFTER, *(defaults.suffixes or ()))).search
    nlp.tokenizer.infix_finditer = compile_infix_regex(
        (*map(_not_in_address, defaults.infixes or ()), *INSIDE)
    ).finditer
    nlp.tokenizer.url_match = IN_ONE_PIECE.match
    rules = {k: v for k, v in nlp.tokenizer.rules.items() if k not in NOT_WHOLE}
    rules |= {word: [{ORTH: word}] for word in WHOLE}
    rules |= {word: [{ORTH: part} for part in parts] for word, parts in SPLIT.items()}
    nlp.tokenizer.rules = rules


def _not_in_address(infix: str) -> str:
    """Dots that stand for a part left out of an address ("ann...@example.org") do not cut it."""
    return infix + r"(?![.@])" if infix == r"\.\.+" else infix
