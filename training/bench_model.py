"""Accuracy and speed of the shipped pipeline beside its peers, on one core, medians of several runs.

usage: python bench_model.py [MODEL ...] [--data DIR] [--runs N] [--accuracy] [--out FILE.json]

Without MODEL: the weights in the package and every peer of PEERS that is installed. Each pipeline runs in a process of
its own, in turn, so that a busy machine slows all alike; the figures are words per CPU second.
"""

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "extractor" / "language" / "weights"
PEERS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def measure(model: str, data: Path, blis: bool, accuracy: bool, extra: list[str]) -> dict:
    """One run of evaluate.py in a fresh process; an empty dict if it fails."""
    tmp = HERE / f".bench-{os.getpid()}.json"
    command = [sys.executable, str(HERE / "evaluate.py"), model, "--data", str(data), "--out", str(tmp), *extra]
    command += ["--blis"] if blis else []
    command += [] if accuracy else ["--speed-only"]
    try:
        subprocess.run(command, check=True, env=os.environ | ONE_CORE, stdout=subprocess.DEVNULL)
        return json.loads(tmp.read_text())
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"{model}: not measured ({error})", file=sys.stderr)
        return {}
    finally:
        tmp.unlink(missing_ok=True)


def summary(figures: dict) -> list[str]:
    """One line a development set: F1 of names, or percentages of syntax; none where accuracy was not measured."""
    lines = []
    for name, res in figures.items():
        if not isinstance(res, dict) or name == "words_per_cpu_s":
            continue
        parts = {k: v["f"] for k, v in res["norm"].items()} if "norm" in res else res
        shown = (f"{k} {v:g}" for k, v in parts.items() if isinstance(v, int | float))
        lines.append(f"  {name:13s} " + "  ".join(shown))
    return lines


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("models", nargs="*")
    ap.add_argument("--data", type=Path, default=HERE / "corpora")
    ap.add_argument("--runs", type=int, default=3)
    ap.add_argument("--accuracy", action="store_true")
    ap.add_argument("--gold", type=Path)
    ap.add_argument("--unseen", type=Path)
    ap.add_argument("--out", type=Path)
    args = ap.parse_args()
    models = args.models or [str(p.parent) for p in sorted(WEIGHTS.glob("**/config.cfg"))]
    models += [p for p in PEERS if p not in models and importlib.util.find_spec(p)]
    extra = [x for k in ("gold", "unseen") if getattr(args, k) for x in (f"--{k}", str(getattr(args, k)))]
    rows: dict[str, list[dict]] = {}
    for run in range(args.runs):
        for model in models:
            for blis in (False, True):
                key = f"{model} ({'blis' if blis else 'numpy BLAS'})"
                own = [] if blis or WEIGHTS.resolve() not in Path(model).resolve().parents else ["--shipped"]
                res = measure(model, args.data, blis, args.accuracy and run == 0 and not blis, extra + own)
                if res:
                    rows.setdefault(key, []).append(res)
    table = {}
    for key, runs in rows.items():
        names = runs[0]["words_per_cpu_s"]
        speeds = {n: round(statistics.median(r["words_per_cpu_s"][n] for r in runs)) for n in names}
        table[key] = {"words_per_cpu_s": speeds, "load_s": statistics.median(r["load_s"] for r in runs)}
        table[key] |= {k: v for k, v in runs[0].items() if k not in ("words_per_cpu_s", "load_s", "model")}
        print(f"{key}: {speeds['whole']:,} words/s, load {table[key]['load_s']} s")
        print("  words/s       " + "  ".join(f"{k} {v:,}" for k, v in speeds.items() if k != "whole"))
        for line in summary(table[key]):
            print(line)
    if args.out:
        args.out.write_text(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
