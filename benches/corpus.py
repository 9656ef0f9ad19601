#!/usr/bin/env python3
"""Reads every workbook and CSV file of a folder, and reports crashes, hangs, time, memory and false plans.

    cargo build --release --all-features --example convert
    python3 benches/corpus.py target/release/examples/convert FOLDER [--seconds 20] [--plans PLANS.txt]

FOLDER may hold any public tables, such as the test files of other spreadsheet libraries or the open data of a
council. Every table that is read as a plan is listed, because most public tables are none: a file that is
listed in PLANS.txt (one path below FOLDER a line) is a plan, and any other is a false one. The script is run by
hand; nothing here is part of the tests. The exit code is 1 after a crash, a hang or a false plan.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ENDINGS = {".xlsx", ".xlsm", ".csv", ".tsv", ".txt"}
ACTIONS = re.compile(r"(\d[\d,]*) actions?\b[^.]*? (?:was|were) read from")


def read(convert, path, out, seconds):
    """Returns what became of one file: a word, the seconds it took, the peak memory in MB and the output."""
    begin = time.monotonic()
    command = [convert, str(path), out, "--authority", "Anyshire", "--reference", "any", "--title", "Case"]
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        status, usage = None, None
        while status is None:
            pid, code, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                status = code
            elif time.monotonic() - begin > seconds:
                child.kill()
                os.wait4(child.pid, 0)
                return "hang", seconds, 0.0, ""
            else:
                time.sleep(0.002)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    took = time.monotonic() - begin
    memory = usage.ru_maxrss / 1024
    if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) not in (0, 1, 2) or "panicked at" in text:
        return "crash", took, memory, text
    found = ACTIONS.search(" ".join(text.split()))
    is_plan = found is not None and int(found.group(1).replace(",", "")) > 0
    return ("plan" if is_plan else "none"), took, memory, text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("convert")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--plans", type=pathlib.Path)
    asked = parser.parse_args()
    known = set(asked.plans.read_text(encoding="utf-8").split("\n")) if asked.plans else set()
    files = sorted(
        path for path in asked.folder.rglob("*") if path.is_file() and path.suffix.lower() in ENDINGS
    )
    counts, slowest, largest, bad = {}, [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for path in files:
            name = str(path.relative_to(asked.folder))
            what, took, memory, text = read(asked.convert, path, os.path.join(folder, "out.json"), asked.seconds)
            if what == "plan" and name not in known:
                what = "false plan"
            counts[what] = counts.get(what, 0) + 1
            slowest.append((took, name))
            largest.append((memory, name))
            if what in ("crash", "hang", "false plan"):
                bad.append(f"{what}: {name}")
                if what == "crash":
                    bad.append("    " + "\n    ".join(text.strip().splitlines()[-3:]))
    print(f"{len(files)} files: " + ", ".join(f"{count} {what}" for what, count in sorted(counts.items())))
    for title, figures, unit in (("slowest", slowest, "s"), ("largest", largest, "MB")):
        print(f"{title}: " + "; ".join(f"{figure:.2f} {unit} {name}" for figure, name in sorted(figures)[:-4:-1]))
    print("\n".join(bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
