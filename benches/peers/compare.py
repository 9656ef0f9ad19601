"""Runs coverage_report and the two scripts in turns, checks that their figures are the same, and prints the
processor time of each whole process.

    python compare.py COVERAGE_REPORT PLAN.json [ROUNDS]
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

AS_OF = "2026-11-02"
here = pathlib.Path(__file__).parent
report, plan = sys.argv[1], sys.argv[2]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 7
commands = {
    "coverage_report --format json": [report, plan, "--as-of", AS_OF, "--format", "json"],
    "Polars": [sys.executable, here / "polars_plan.py", plan, AS_OF],
    "DuckDB": [sys.executable, here / "duckdb_plan.py", plan, AS_OF],
}


def run(command, output):
    """Returns the processor seconds of the process and of all its threads."""
    child = subprocess.Popen(command, stdout=output)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime


def figures(text):
    """Returns the figures that all three give, in one order."""
    answers = json.loads(text)
    names = ["total", "addressed", "planned", "completed", "assured"]
    keys = ["kind", "action", "reference", "title", "due", "days_late", "lead"]
    ladder = [answers["recommendations"][name] for name in names]
    # An action of the report is its own reference.
    late = [{"action": item["reference"], **item} for item in answers["overdue"]]
    return ladder, sorted(tuple(str(item[key]) for key in keys) for item in late)


times = {name: [] for name in commands}
with tempfile.TemporaryDirectory() as folder:
    output = pathlib.Path(folder, "answers.json")
    expected = None
    for name, command in commands.items():
        with output.open("w") as file:
            run(command, file)
        answers = figures(output.read_text())
        expected = expected or answers
        if answers != expected:
            both = zip(expected[1], answers[1])
            first = next((pair for pair in both if pair[0] != pair[1]), None)
            sys.exit(f"{name} differs: {answers[0]} for {expected[0]}, {len(answers[1])} late for "
                     f"{len(expected[1])}, first {first}")
    print(f"the figures are the same: {expected[0]}, {len(expected[1])} late items")
    for _ in range(rounds):
        for name, command in commands.items():
            with output.open("w") as file:
                times[name].append(run(command, file))

subject = next(iter(times))
for name, seconds in times.items():
    ratio = statistics.median(a / b for a, b in zip(times[subject], seconds))
    print(f"{name:32} {statistics.median(seconds):7.3f} s of processor time; {subject.split()[0]} takes {ratio:.2f} of it")
