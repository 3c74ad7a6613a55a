"""How long the program takes before it does anything, beside `llm --help` and bare Python.

python benchmarks/startup.py [--rounds 15] [--llm PATH/TO/llm]

The commands take turns, so that what else the machine does meets all of them; of each the least of all rounds is shown,
wall and processor time, and its ratio to `python -c pass`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def once(command: list[str]) -> tuple[float, float]:
    """Seconds of wall and of processor time."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(command)} ended with {status}")
    return time.perf_counter() - started, used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--llm", default=shutil.which("llm"))
    asked = parser.parse_args()
    page = str(HERE.parent / "examples" / "agency-short.txt")
    program = shutil.which("summarizer", path=str(Path(sys.executable).parent)) or "summarizer"
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "summarizer --help": [program, "--help"],
        "summarizer summarize (extractive)": [program, "summarize", page, "--model", "extractive"],
    }
    if asked.llm:
        commands["llm --help"] = [asked.llm, "--help"]
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(asked.rounds + 1):
        for name, command in commands.items():
            times[name].append(once(command))
    least = {name: (min(t[0] for t in took[1:]), min(t[1] for t in took[1:])) for name, took in times.items()}
    bare = least["python -c pass"]
    for name, (wall, cpu) in least.items():
        print(
            f"{name:36} {wall:6.3f} s wall ({wall / bare[0]:5.1f}x)  {cpu:6.3f} s CPU ({cpu / bare[1]:5.1f}x)"
        )


if __name__ == "__main__":
    main()
