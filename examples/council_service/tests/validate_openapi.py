"""Validates the OpenAPI document of the service, and answers of the service against it.

Takes a folder with `openapi.json` and `answers.json`. Needs openapi-spec-validator, which brings
jsonschema.
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

folder = pathlib.Path(sys.argv[1])
document = json.loads((folder / "openapi.json").read_text())
validate(document)
answers = json.loads((folder / "answers.json").read_text())
failed = 0
for answer in answers:
    name = f"{answer['method']} {answer['path']} {answer['status']}"
    responses = document["paths"][answer["path"]][answer["method"]]["responses"]
    response = responses.get(str(answer["status"]), responses["default"])
    schema = response["content"][answer["media_type"]]["schema"]
    # The schemas refer to the components of the document.
    schema = {"components": document["components"], "allOf": [schema]}
    for error in Draft202012Validator(schema).iter_errors(answer["body"]):
        print(f"{name}: {error.json_path}: {error.message[:300]}")
        failed += 1
print(f"{len(answers)} answers")
sys.exit(1 if failed else 0)
