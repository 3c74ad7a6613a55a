"""Time and memory an article as a batch grows from one to ten thousand.

python benchmarks/growth.py [--most 10000] [--words 60] [--processes 0]

Without a model, so the batch itself is measured. Processor time of the whole command without that of a
run over one article, and the largest resident size of its first process.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from batch import archive


def run(count: int, asked: argparse.Namespace) -> tuple[float, float, float]:
    """Seconds of wall and processor time, and megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.jsonl"
        archive(path, count, asked.words)
        command = [
            *(sys.executable, "-m", "summarizer", "batch", str(path), "-o", f"{folder}/out.jsonl", "-q"),
            *("--model", "extractive", "--processes", str(asked.processes)),
        ]
        started = time.monotonic()
        process = subprocess.Popen(command)
        _, status, used = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{count} articles ended with {status}")
        assert Path(f"{folder}/out.jsonl").read_bytes().count(b"\n") == count
        return time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--most", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=60)
    parser.add_argument("--processes", type=int, default=0)
    asked = parser.parse_args()
    _, start, _ = run(1, asked)
    print(f"{'articles':>9} {'wall s':>8} {'CPU s':>8} {'CPU ms/article':>15} {'MB':>7}")
    for count in (1, 10, 100, 1_000, 10_000, 100_000):
        if count > asked.most:
            break
        wall, cpu, megabytes = run(count, asked)
        each = 1000 * (cpu - start) / (count - 1) if count > 1 else float("nan")
        print(f"{count:9,} {wall:8.1f} {cpu:8.1f} {each:15.1f} {megabytes:7.0f}")


if __name__ == "__main__":
    main()
