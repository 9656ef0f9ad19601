"""Checks the schemas with an outside validator.

Takes the folder of the schemas, a folder of cases (`plan.jsonl`: one case a line, a value and whether the
reader accepts it), and any number of `schema=file` pairs, each a JSON file that the schema must accept.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def validator(folder: Path, name: str) -> Draft202012Validator:
    schema = json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def main() -> int:
    schemas, cases, *files = sys.argv[1:]
    wrong = 0
    for path in sorted(Path(cases).glob("*.jsonl")):
        name = path.stem
        one = validator(Path(schemas), name)
        counts = {True: 0, False: 0}
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            counts[case["accepted"]] += 1
            if one.is_valid(case["value"]) != case["accepted"]:
                wrong += 1
                print(f"{name}: the reader says {case['accepted']}: {line[:2000]}")
        print(f"{name}: {counts[True]} cases that the reader accepts and {counts[False]} that it refuses")
        # The settings of rules have three keys, and so few cases.
        if min(counts.values()) < (10 if name == "rule-settings" else 100):
            print(f"{name}: too few cases")
            wrong += 1
    for pair in files:
        name, path = pair.split("=", 1)
        value = json.loads(Path(path).read_text(encoding="utf-8"))
        errors = list(validator(Path(schemas), name).iter_errors(value))
        for error in errors:
            print(f"{path}: {error.json_path}: {error.message}")
        if errors:
            wrong += 1
        else:
            print(f"{path}: valid by the schema {name}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
