"""Tokens as the treebanks have them, where spaCy's English rules differ: runs of one mark, and/or, e-mail, wanna."""

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
)
INSIDE = (r"(?<=\w)[()](?=[\w(])", r"(?<=\))\((?=\w)", r'(?<=\w)"(?=[<(\w-])', r'(?<=["\w])<(?=\w)')
WHOLE = ("e-mail", "e-mails", "E-mail", "E-mails", "al.", "etc.", "b/c", "ed.", "vol.", "Cal.")
SPLIT = {"wanna": ("wan", "na"), "outta": ("out", "ta"), "alot": ("a", "lot")}
ADDRESS = re.compile(r'(?u)(?!\S*[<"])' + URL_PATTERN)  # 'Ann"<ann@example.org' is a name, a mark and an address
NOT_WHOLE = ("and/or", "):")


def treebank_tokens(nlp: Language) -> None:
    """Change the pipeline's tokenizer in place; the changes are saved with it."""
    defaults = nlp.Defaults
    nlp.tokenizer.prefix_search = compile_prefix_regex((*RUNS, *(defaults.prefixes or ()))).search
    nlp.tokenizer.suffix_search = compile_suffix_regex((*RUNS, *(defaults.suffixes or ()))).search
    nlp.tokenizer.infix_finditer = compile_infix_regex(
        (*map(_not_in_address, defaults.infixes or ()), *INSIDE)
    ).finditer
    nlp.tokenizer.url_match = ADDRESS.match
    rules = {k: v for k, v in nlp.tokenizer.rules.items() if k not in NOT_WHOLE}
    rules |= {word: [{ORTH: word}] for word in WHOLE}
    rules |= {word: [{ORTH: part} for part in parts] for word, parts in SPLIT.items()}
    nlp.tokenizer.rules = rules


def _not_in_address(infix: str) -> str:
    """Dots that stand for a part left out of an address ("ann...@example.org") do not cut it."""
    return infix + r"(?![.@])" if infix == r"\.\.+" else infix
