"""`errpact new contract`: a first contract that loads, and the schema beside it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from errpact.cli import main
from errpact.contracts import Basis, Reply, Verb, classify, load_path


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_loads_and_classifies_its_own_sample(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "contract", "acme-bank"]) == 0
    out = capsys.readouterr().out
    contract = load_path(project / "contracts" / "acme-bank.toml")
    assert (contract.provider, contract.title) == ("acme-bank", "Acme Bank")
    success, refused, down = contract.cases
    assert (refused.policy.verb, refused.policy.basis) == (Verb.AFTER_ACTION, Basis.MEANING)
    assert (down.policy.verb, down.policy.delay(1)) == (Verb.AFTER, 1800)
    assert classify(contract, Reply(503, down.samples[0].body)).cases == (down,)
    assert classify(contract, Reply(200, {})).cases == (success,)
    assert out.splitlines()[0] == "wrote contracts/acme-bank.toml"
    assert 'contracts = ["contracts/*.toml"]' in out


def test_it_validates_against_the_schema_beside_it(project: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    main(["new", "contract", "acme"])
    file = project / "contracts" / "acme.toml"
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first == "#:schema ./errpact-contract.schema.json"
    schema = json.loads((file.parent / first.removeprefix("#:schema ./")).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(tomllib.loads(file.read_text(encoding="utf-8")))


def test_another_folder_and_a_project_that_covers_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "contract", "acme", "--dir", "pacts"])
    assert 'contracts = ["pacts/*.toml"]' in capsys.readouterr().out
    (project / "pyproject.toml").write_text('[tool.errpact]\ncontracts = ["pacts/*.toml"]\n', encoding="utf-8")
    assert main(["new", "contract", "beta", "--dir", "pacts"]) == 0
    out = capsys.readouterr().out
    assert "[tool.errpact] contracts has it already." in out
    assert "schema.json" not in out, "an equal schema is there"


@pytest.mark.parametrize(
    ("contracts", "said"),
    [
        ("contracts/*.toml", "[tool.errpact] contracts has it already."),
        ("contracts/acme.toml", "[tool.errpact] contracts has it already."),
        ("pacts/*.toml", 'contracts = ["contracts/*.toml"]'),
    ],
)
def test_the_first_contract_of_a_configuration_that_names_it(
    project: Path, capsys: pytest.CaptureFixture[str], contracts: str, said: str
) -> None:
    (project / "pyproject.toml").write_text(f'[tool.errpact]\ncontracts = ["{contracts}"]\n', encoding="utf-8")
    assert main(["new", "contract", "acme"]) == 0
    assert said in capsys.readouterr().out
    assert (project / "contracts" / "acme.toml").is_file()


def test_what_is_there_is_never_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "contracts").mkdir()
    file = project / "contracts" / "acme.toml"
    file.write_text("mine", encoding="utf-8")
    assert main(["new", "contract", "acme"]) == 2
    assert "acme.toml exists already; choose another name" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("klavi", "a contract named 'klavi' exists already (klavi.toml); choose another name, or write a file with"),
        ("Acme", "'Acme' cannot be a provider's name; use lower-case letters, digits and hyphens"),
        ("../acme", "cannot be a provider's name"),
        ("", "cannot be a provider's name"),
    ],
)
def test_a_name_that_cannot_be(project: Path, capsys: pytest.CaptureFixture[str], name: str, message: str) -> None:
    assert main(["new", "contract", name]) == 2
    assert message in capsys.readouterr().err
    assert list(project.iterdir()) == []


def test_a_folder_that_cannot_be(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "contracts").write_text("a file", encoding="utf-8")
    assert main(["new", "contract", "acme"]) == 2
    message = "errpact: error: contracts/acme.toml: cannot be written (File exists); choose another folder with --dir\n"
    assert capsys.readouterr().err == message


def test_a_schema_that_cannot_be_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "contracts" / "errpact-contract.schema.json").mkdir(parents=True)
    assert main(["new", "contract", "acme"]) == 2
    assert "schema.json: cannot be written (Is a directory)" in capsys.readouterr().err
