"""`extractor info`: what is in use."""

from __future__ import annotations

import platform
from importlib import metadata


def describe(model: str | None, lexicon_dir: str | None) -> str:
    """Versions, model and lexicon as lines of text."""
    from extractor.lexicon import CATALOG, load_lexicon
    from extractor.running.worker import load_pipeline
    from extractor.version import __version__

    nlp = load_pipeline(model, lexicon_dir)
    lexicon = load_lexicon(lexicon_dir)
    n_rows = sum(len(lexicon.rows(name)) for name in CATALOG)
    lines = [f"extractor {__version__}", f"Python    {platform.python_version()}"]
    lines += [f"{name:<9} {metadata.version(name)}" for name in ("spacy", "pandas", "pyarrow", "dateparser")]
    lines.append(f"model     {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']} ({model or 'embedded'})")
    lines.append(f"pipeline  {', '.join(nlp.pipe_names)}")
    lines.append(
        f"lexicon   {n_rows:,} rows in {len(CATALOG)} files{f', overlaid by {lexicon_dir}' if lexicon_dir else ''}"
    )
    return "\n".join(lines)
