"""Check-points of a training, and weights taken over from another pipeline."""

import pickle
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import Model, Optimizer


def nodes(nlp: Language) -> list:
    """All layers with weights, in a fixed order."""
    seen, out = set(), []
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            if node.id not in seen:
                seen.add(node.id)
                out.append(node)
    return out


def tables(model: Model, at: tuple = ()) -> dict[tuple, Model]:
    """Layers of a model by their place: the numbers of the branches taken from the root."""
    out = {at: model}
    for i, layer in enumerate(model.layers):
        out |= tables(layer, (*at, i))
    return out


def warm(nlp: Language, model: Path) -> None:
    """Start every layer that has the same place and shape in another trained pipeline from its weights.

    Layers of a deeper encoder that the other lacks start quiet (layer norm 0.1): they are added to what passes by.
    """
    other = spacy.load(model)
    for name, pipe in nlp.pipeline:
        if name not in other.pipe_names or not hasattr(pipe, "model"):
            continue
        theirs = tables(other.get_pipe(name).model)
        n = quiet = 0
        for at, mine in tables(pipe.model).items():
            source = theirs.get(at)
            for p in mine.param_names:
                if not mine.has_param(p):
                    continue
                if source and source.has_param(p) and mine.get_param(p).shape == source.get_param(p).shape:
                    mine.set_param(p, source.get_param(p).copy())
                    n += 1
                elif p == "G" and source is None:
                    mine.set_param(p, mine.get_param(p) * 0.1)
                    quiet += 1
        print("warm", name, n, "tables,", quiet, "new layers", flush=True)


def save_state(path: Path, nlp: Language, opt: Optimizer, done: int, step: int, best: float) -> None:
    """Raw weights and the optimizer's moments, keyed by the layers' order."""
    order = {node.id: i for i, node in enumerate(nodes(nlp))}
    tables = {}
    for name in ("mom1", "mom2", "averages", "nr_update", "last_seen"):
        table = getattr(opt, name, None) or {}
        tables[name] = {(order[k[0]], k[1]): v for k, v in table.items() if k[0] in order}
    params = {
        (i, p): node.get_param(p) for i, node in enumerate(nodes(nlp)) for p in node.param_names if node.has_param(p)
    }
    tmp = path.with_suffix(".tmp")
    tmp.write_bytes(pickle.dumps({"tables": tables, "params": params, "done": done, "step": step, "best": best}))
    tmp.rename(path)


def load_state(path: Path, nlp: Language, opt: Optimizer) -> tuple[int, int, float]:
    """Put back what save_state wrote; only for files that one wrote oneself."""
    state = pickle.loads(path.read_bytes())
    layers = nodes(nlp)
    for (i, p), value in state["params"].items():
        layers[i].set_param(p, value)
    for name, table in state["tables"].items():
        if getattr(opt, name, None) is not None:
            getattr(opt, name).update({(layers[i].id, p): v for (i, p), v in table.items()})
    return state["done"], state["step"], state["best"]
