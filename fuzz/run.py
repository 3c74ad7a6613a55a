"""Run the fuzz targets under atheris, each in turn for its share of the time (needs `pip install atheris`).

    python -m fuzz.run --seconds 3600 --out /somewhere

Each target runs in a process of its own, guided by the branches its inputs reach; it starts from
`fuzz/corpus/<target>` and what earlier rounds found. A finding does not end the run: its input is kept
in `--out`, once for each place and kind of error. At the end a line a target: inputs run, branches, findings.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pkgutil
import re
import subprocess
import sys
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
LONGEST = 4096


def main() -> None:
    """Parse the command line and run one target, or all of them in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=int, default=3600, help="of all targets together")
    parser.add_argument("--slice", type=int, default=60, help="seconds of one target at a time")
    parser.add_argument("--out", type=Path, required=True, help="where findings and the grown corpus go")
    parser.add_argument("--only", help="this target, in this process")
    given = parser.parse_args()
    if given.only:
        fuzz(given.only, given.slice, given.out)
    else:
        rounds(given.seconds, given.slice, given.out)


def rounds(seconds: int, at_a_time: int, out: Path) -> None:
    """Give every target its slices, and write `report.json` after each.

    `seconds` are those that passed, the start of each process with them; `processor` are those it had.
    """
    from fuzz.targets import TARGETS

    table: dict[str, dict[str, float]] = {
        name: {"inputs": 0, "seconds": 0, "processor": 0, "branches": 0, "findings": 0} for name in TARGETS
    }
    while sum(row["seconds"] for row in table.values()) < seconds:
        for name, row in table.items():
            command = [sys.executable, "-m", "fuzz.run", "--only", name]
            command += ["--slice", str(at_a_time), "--out", str(out)]
            before = os.times()
            done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
            after = os.times()
            counted = re.search(r"number_of_executed_units:\s*(\d+)", done.stderr)
            row["inputs"] += int(counted[1]) if counted else 0
            row["seconds"] += round(after.elapsed - before.elapsed)
            row["processor"] += round(after.children_user - before.children_user)
            if reached := re.findall(r"cov: (\d+)", done.stderr):
                row["branches"] = int(reached[-1])
            row["findings"] = len(list((out / "findings" / name).glob("*.txt")))
            if counted is None:
                (out / f"ended-{name}.txt").write_text(done.stderr[-20_000:], encoding="utf-8")
            (out / "report.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    for name, row in table.items():
        print(f"{name:<10} {row}")


def fuzz(name: str, seconds: int, out: Path) -> None:
    """Fuzz one target in this process; does not return."""
    import atheris

    with atheris.instrument_imports(include=["summarizer"]):
        import summarizer

        for module in pkgutil.walk_packages(summarizer.__path__, "summarizer."):
            if ".cli" not in module.name and not module.name.endswith("__main__"):
                __import__(module.name)
        from fuzz.targets import TARGETS, within

    target = TARGETS[name]
    findings = out / "findings" / name
    grown = out / "corpus" / name
    seeds = HERE / "corpus" / name
    for folder in (findings, grown):
        folder.mkdir(parents=True, exist_ok=True)

    def one(data: bytes) -> None:
        try:
            within(target, data)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            keep(findings, data, error)

    words = HERE / "words.dict"
    arguments = [
        sys.argv[0],
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        "-timeout=60",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
        f"-dict={words}",
        f"-artifact_prefix={findings}/",
        str(grown),
        str(seeds),
    ]
    atheris.Setup(arguments, one)
    atheris.Fuzz()


def keep(folder: Path, data: bytes, error: Exception) -> None:
    """Keep an input by where it fails: the error's kind and the last two places of ours, the shortest input each."""
    ours = [f for f in traceback.extract_tb(error.__traceback__) if "summarizer" in f.filename]
    places = [f"{Path(f.filename).name}:{f.name}" for f in ours[-2:]]
    what = f"{type(error).__name__} {' '.join(places)} {re.sub(r'[0-9.]+', 'N', str(error))[:60] if not places else ''}"
    digest = hashlib.sha256(what.encode()).hexdigest()[:10]
    kept = folder / f"{digest}.bin"
    if not kept.exists() or len(data) < kept.stat().st_size:
        kept.write_bytes(data)
        told = "".join(traceback.format_exception(error))[-3000:]
        (folder / f"{digest}.txt").write_text(f"{what}\n\n{told}", encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
