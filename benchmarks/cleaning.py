"""Score the cleaner on pasted pages against their true bodies (4-word shingles).

    python benchmarks/cleaning.py SHARED [--per-page] [--set dev|dev_near]

SHARED is the folder that holds data/cleaning and tools/score_cleaning.py; neither is part
of this project.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

from summarizer import clean, errors


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_cleaning", shared / "tools" / "score_cleaning.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cleaned(raw: str) -> str:
    try:
        made = clean.clean(raw)
    except errors.SourceError:
        return ""
    return "\n".join(span.of(raw) for span in made.paragraphs)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--set", choices=("dev", "dev_near"))
    parser.add_argument("--per-page", action="store_true")
    chosen = parser.parse_args()
    score = scorer(chosen.shared)
    for name in (chosen.set,) if chosen.set else ("dev", "dev_near"):
        path = chosen.shared / "data" / "cleaning" / f"{name}.jsonl"
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        gold = {row["id"]: row["article_body"] for row in rows}
        made = {row["id"]: cleaned(row["pasted_text"]) for row in rows}
        result = score.score(gold, made, bootstrap=500)
        pages = result.pop("per_page")
        low, high = result["f1_95"]
        sys.stdout.write(
            f"{name:9} F1 {result['f1']:.3f} [{low:.3f}, {high:.3f}]  precision {result['precision']:.3f}"
            f"  recall {result['recall']:.3f}  empty {result['empty']}  n {result['n']}\n"
        )
        if chosen.per_page:
            for page in sorted(pages, key=lambda i: (pages[i][0] or 0) + (pages[i][1] or 0)):
                precision, recall = pages[page]
                sys.stdout.write(f"  {page[:12]}  precision {precision or 0:.3f}  recall {recall or 0:.3f}\n")


if __name__ == "__main__":
    main()
