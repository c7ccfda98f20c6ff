"""Which components run as the model, in batches, and which one article at a time."""

from extractor.api import load
from extractor.running.parsing import _first_component


def test_everything_up_to_the_parser_runs_in_batches() -> None:
    nlp = load()
    names = nlp.pipe_names
    model = names[: _first_component(nlp)]
    assert model[0] == "extractor_layout" and "parser" in model
    assert all(n.startswith("extractor_") for n in names[len(model) :])
