"""Other people's validators take the shipped schemas: check-jsonschema, and ajv (`make test-all`)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from errpact import schemas
from errpact.contracts import load, providers

NODE = shutil.which("node")
NPM = shutil.which("npm")

# A reply of each provider that its page does not document, and the place that a message must name.
WRONG: dict[str, tuple[Any, str]] = {
    "brick": ({"code": "CPF_INVALID", "title": "t", "detail": "d"}, "code"),
    "flanks": ({"error": "text", "error_code": 49999}, "error_code"),
    "khipu": ({"Status": "ERROR", "Error": {"Code": "E201", "Type": "RETRY_NOW", "Description": "d"}}, "Type"),
    "klavi": ({"code": 999, "message": "text"}, "code"),
    "synapse": (
        {"error": {"en": "text"}, "error_code": 200, "http_code": "400", "success": False},
        "error_code",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Schemas, samples as `PROVIDER.ok.N.json` and wrong replies as `PROVIDER.wrong.json`."""
    for name in providers():
        (tmp_path / f"{name}.schema.json").write_text(schemas.text(name), encoding="utf-8")
        samples = [s.body for c in load(name).cases for s in c.samples if s.body is not None]
        if name == "klavi":
            assert not samples  # the page shows no body
            samples = [{"code": 401, "message": "text"}, {"code": "401"}]
        for number, body in enumerate(samples):
            (tmp_path / f"{name}.ok.{number}.json").write_text(json.dumps(body), encoding="utf-8")
        (tmp_path / f"{name}.wrong.json").write_text(json.dumps(WRONG[name][0]), encoding="utf-8")
    return tmp_path


def test_every_provider_has_a_wrong_reply() -> None:
    assert set(WRONG) == set(providers())


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("provider", providers())
def test_check_jsonschema(folder: Path, provider: str) -> None:
    tool = Path(sys.executable).parent / "check-jsonschema"
    if not tool.exists():
        pytest.skip("check-jsonschema is not installed (dependency group `test`)")
    schema = f"{provider}.schema.json"
    good = run(tool, "--schemafile", schema, *sorted(folder.glob(f"{provider}.ok.*.json")), cwd=folder)
    assert good.returncode == 0, good.stdout + good.stderr
    bad = run(tool, "--schemafile", schema, f"{provider}.wrong.json", cwd=folder)
    assert bad.returncode == 1
    assert WRONG[provider][1] in bad.stdout


AJV = """
const fs = require("fs");
const Ajv = require("ajv/dist/2020").default;
const said = {};
for (const provider of JSON.parse(process.argv[2])) {
  const read = (name) => JSON.parse(fs.readFileSync(name));
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(read(`${provider}.schema.json`));
  const names = fs.readdirSync(".").filter((n) => n.startsWith(`${provider}.`) && !n.endsWith(".schema.json"));
  for (const name of names) {
    said[name] = validate(read(name)) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`);
  }
}
console.log(JSON.stringify(said));
"""


@pytest.mark.slow
@pytest.mark.skipif(NODE is None or NPM is None, reason="needs Node and npm")
def test_ajv(folder: Path) -> None:
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    installed = run(str(NPM), "install", "--silent", "--no-audit", "--no-fund", "ajv@8", cwd=folder)
    if installed.returncode != 0:
        pytest.skip("npm cannot install ajv here (no network?)")
    (folder / "check.js").write_text(AJV, encoding="utf-8")
    checked = run(str(NODE), "check.js", json.dumps(list(providers())), cwd=folder)
    assert checked.returncode == 0, checked.stderr
    said: dict[str, list[str]] = json.loads(checked.stdout)
    assert len(said) > 2 * len(providers())
    for name, errors in said.items():
        provider, sort = name.split(".")[:2]
        if sort == "ok":
            assert not errors, name
        else:
            assert any(WRONG[provider][1] in error for error in errors), (name, errors)
