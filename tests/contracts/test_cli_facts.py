"""`errpact contracts` and `errpact explain`: text for people, JSON for programs, one clear message for a mistake."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from errpact.cli import main
from errpact.contracts import Contract, Policy, Verb, Wait, load

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in an empty project: (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")

    def call(*args: str) -> tuple[int, str, str]:
        code = main(args)
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def own(tmp_path: Path, minimal: str) -> Path:
    """A project with a contract of its own."""
    (tmp_path / "contracts").mkdir()
    file = tmp_path / "contracts" / "acme.toml"
    file.write_text(minimal, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.errpact]\ncontracts = ["contracts/*.toml"]\n', encoding="utf-8")
    return file


# --- contracts ------------------------------------------------------------------------------------------------------


def test_providers_with_counts_by_kind(run: Run) -> None:
    code, out, err = run("contracts")
    assert (code, err) == (0, "")
    assert [line.split(maxsplit=7) for line in out.splitlines()] == [
        ["PROVIDER", "VERSION", "SUCCESS", "PARTIAL", "PENDING", "ERROR", "TRANSPORT", "TITLE"],
        ["brick", "1.0.0", "2", "-", "1", "75", "10", "Brick Bank / Brick Insurance"],
        ["flanks", "1.0.0", "1", "-", "1", "12", "-", "Flanks"],
        ["khipu", "1.0.0", "1", "-", "-", "42", "-", "Khipu"],
        ["klavi", "1.0.0", "2", "3", "-", "42", "-", "Klavi Open Data"],
        ["synapse", "1.0.0", "1", "-", "1", "21", "10", "SynapseFI v3.1"],
    ]


def test_providers_as_json(run: Run) -> None:
    _, out, _ = run("contracts", "--output-format", "json")
    data = json.loads(out)
    assert (data["version"], [p["provider"] for p in data["providers"]]) == (
        1,
        ["brick", "flanks", "khipu", "klavi", "synapse"],
    )
    assert data["providers"][0]["counts"]["error"] == 75
    assert [r["id"] for r in data["providers"][0]["rules"]] == ["50x", "40x"]
    assert data["providers"][2]["unknown_advice"]["verb"] == "never"


def test_a_providers_cases(run: Run) -> None:
    _, out, _ = run("contracts", "klavi")
    lines = out.splitlines()
    assert lines[0] == "klavi  Klavi Open Data"
    assert any(line.split()[:4] == ["klavi:open-data:415", "error", "after", "30"] for line in lines)
    assert sum(line.startswith("  klavi:") for line in lines) == len(load("klavi").cases)


def test_a_provider_as_json(run: Run) -> None:
    _, out, _ = run("contracts", "brick", "--output-format", "json")
    cases = {c["id"]: c for c in json.loads(out)["contract"]["cases"]}
    case = cases["brick:main:400/ERRO_CHAMADA_API"]
    assert (case["code"], case["status"], case["policy"]["conflict"]) == ("ERRO_CHAMADA_API", [400], "40x")
    assert case["policy"]["wait"] == {
        "seconds": 60, "upto": None, "calendar": None, "period": None, "words": "some minutes"
    }  # fmt: skip
    assert case["source"]["section"] == "400 Erro Chamada API"
    assert cases["brick:main:429/no-code"]["policy"]["also"] == [3, 6, 12, 24, 48]
    assert cases["brick:main:ERRO_INTERNO"]["status"] == "error-unspecified"


def test_json_of_a_range(run: Run) -> None:
    _, out, _ = run("explain", "E201", "--output-format", "json")
    assert [(c["code"], c["range"]) for c in json.loads(out)["cases"]] == [("E200-E299", True)] * 3


@pytest.mark.usefixtures("own")
def test_own_contracts_are_in_all_of_it(run: Run) -> None:
    assert "acme      1.0.0" in run("contracts")[1]
    assert "acme:main:400/E1" in run("contracts", "acme")[1]
    assert run("explain", "acme:main:400/E1")[1].startswith("acme:main:400/E1\n")
    assert run("explain", "E1")[1].startswith("acme:main:400/E1\n")


def test_the_configuration_may_be_named(run: Run, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "pyproject.toml").rename(tmp_path / "other.toml")
    monkeypatch.chdir(elsewhere)
    assert "acme" not in run("contracts")[1]
    assert "acme" in run("contracts", "--config", "../other.toml")[1]


def test_a_broken_contract_of_ones_own_is_named(run: Run, own: Path) -> None:
    own.write_text(own.read_text(encoding="utf-8").replace('kind = "error"', 'kind = "eror"'), encoding="utf-8")
    code, out, err = run("contracts")
    assert (code, out) == (2, "")
    assert err == (
        f"errpact: error: {own}:19: cases[0].kind: 'eror' is no kind; did you mean error?; "
        "write one of success, partial, pending, error, transport\n"
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("contracts", "klawi"), "unknown provider 'klawi'; did you mean klavi?"),
        (("contracts", "klavi", "khipu"), "`errpact contracts` takes one provider, or `diff OLD NEW`"),
        (("contracts", "diff"), "takes two contracts"),
        (("contracts", "diff", "klavi"), "takes two contracts"),
        (("contracts", "diff", "klavi", "kipu"), "unknown provider 'kipu'; did you mean khipu?"),
        (("contracts", "diff", "klavi", "nope.toml"), "nope.toml: cannot be read: No such file or directory"),
        (("explain", "DONT_RETRY"), "did you mean DO_NOT_RETRY"),
        (("explain", "EP999"), "no rule is called 'EP999'"),
        (("contracts", "--config", "nope.toml"), "nope.toml: cannot be read"),
    ],
)
def test_a_mistake_is_one_line_and_exit_2(run: Run, args: tuple[str, ...], message: str) -> None:
    code, out, err = run(*args)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("errpact: error: ")
    assert message in err


def test_diff_of_two_files(run: Run, own: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.toml"
    text = own.read_text(encoding="utf-8").replace('"1.0.0"', '"1.1.0"')
    new.write_text(text + 'cause = "request"\n', encoding="utf-8")
    code, out, _ = run("contracts", "diff", "contracts/acme.toml", "new.toml")
    assert code == 1
    assert out.splitlines() == [
        "acme 1.0.0 (contracts/acme.toml) → acme 1.1.0 (new.toml)",
        "~ acme:main:400/E1",
        '    policy.verb: "unspecified" → "after-action"',
        '    policy.basis: "none" → "meaning"',
        "    policy.forbids_resend: false → true",
        "    policy.resends: null → 0",
        "0 added, 0 removed, 1 changed",
    ]
    code, out, _ = run("contracts", "diff", "acme", "new.toml", "--output-format", "json")
    data = json.loads(out)
    assert (code, data["added"], data["changed"][0]["id"]) == (1, [], "acme:main:400/E1")
    assert data["old"]["version"] == "1.0.0"


def test_diff_of_the_same(run: Run) -> None:
    code, out, _ = run("contracts", "diff", "klavi", "klavi")
    assert (code, out.splitlines()[-1]) == (0, "0 added, 0 removed, 0 changed")


# --- explain --------------------------------------------------------------------------------------------------------


def test_explain_a_case(run: Run) -> None:
    assert (
        run("explain", "brick:main:400/ERRO_CHAMADA_API")[1]
        == """\
brick:main:400/ERRO_CHAMADA_API

  meaning       Calling the API of the other institution failed.
  kind          error
  reply         HTTP 400, code "ERRO_CHAMADA_API", body `standard`
  policy        after 1 min (said of this code)
                the same request may be sent again after 1 min; no bound is documented
  conflict      against the page's rule 40x for HTTP 400-499 (Read as all 4xx: the exception that the page makes is a
                429.)
  steps         1. wait 1 min → resend
                2. integrator: if it persists: asks the service channel or looks in the monitoring for the
                x-fapi-interaction-id, and opens a ticket at the Open Finance Brasil Service Desk
  owed          recognise, surface, wait, attempts, survive, max-wait, same-key, one-host
  title         "Erro na chamada da API"
  detail        "Não foi possível chamar a API com sucesso na outra instituição."
  source        https://developers.finansystech.com.br/docs/erros-comuns-e-possiveis-tratativas
                section "400 Erro Chamada API"
"""
    )


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("klavi:open-data:401", ["code 401 (integer or string is unspecified)", "GET only", "the page is silent on"]),
        ("khipu:main:L000+DO_NOT_RETRY", ["webhook only", 'advice "DO_NOT_RETRY"', "never (carried in the reply)"]),
        ("khipu:main:E200-E299+RETRY_IMMEDIATELY", ["codes E200-E299 (a reading)", "again at once; no bound"]),
        ("khipu:main:P001-P003+DO_NOT_RETRY", ["codes P001-P003, "]),
        ("synapse:main:202/10", ["HTTP 202 (a reading)", "also called synapse:main:10", "unspecified"]),
        ("brick:main:429/no-code", ["same reply brick:main:429/too-many-sessions", "on this schedule, at most 5"]),
        ("brick:main:503/no-code", ["backoff 3, 6, 12, 24, 48 s (by a general rule of the page)", "at most 5 times"]),
        (
            "brick:main:423/LIMITE_OPERACIONAL_EXCEDIDO",
            ["from the next monthly", "wait until the next monthly"],
        ),
        ("flanks:main:400/20001", ['after "later" (said of this code)', "3. integrator: opens a ticket"]),
        ("flanks:main:400/20002", ['poll after "a moment"', "may be asked again"]),
        ("flanks:main:50001", ["HTTP status unspecified (an error status)", "code 50001,"]),
        ("khipu:main:ok", ["HTTP status unspecified, no code"]),
    ],
)
def test_explain_shows_what_is_special(run: Run, name: str, parts: list[str]) -> None:
    out = " ".join(run("explain", name)[1].split())
    assert [part for part in parts if part not in out] == []


def test_explain_many_as_a_list(run: Run) -> None:
    lines = run("explain", "429")[1].splitlines()
    assert [line.split()[0] for line in lines] == [
        "CASE",
        "brick:main:429/no-code",
        "brick:main:429/too-many-sessions",
        "klavi:open-data:429",
        "synapse:main:429",
        "synapse:main:429/no-code",
    ]


def test_explain_a_provider_an_advice_a_surface(run: Run) -> None:
    provider = run("explain", "khipu")[1]
    assert "any other value: never" in provider
    assert '/Status = "ERROR"' in provider
    assert "`errpact contracts khipu` lists the cases." in provider
    assert "50x, HTTP 500-509: client: resend after 3 s, 6 s" in run("explain", "brick")[1]
    advice = run("explain", "WAIT_4_HOURS_BEFORE_RETRY")[1]
    assert "after 4 h" in advice
    assert "14 cases of khipu" in advice
    surface = run("explain", "klavi:update-user-data")[1]
    assert surface.count("klavi:update-user-data:") == 9


def test_explain_as_json_says_what_was_found(run: Run) -> None:
    def found(name: str) -> dict[str, int]:
        data: dict[str, Any] = json.loads(run("explain", name, "--output-format", "json")[1])
        assert data["name"] == name
        return {k: len(v) for k, v in data.items() if isinstance(v, list) and v}

    assert found("khipu") == {"providers": 1}
    assert found("main") == {"surfaces": 4}
    assert found("DO_NOT_RETRY") == {"advices": 1}
    assert found("429") == {"cases": 5}


def test_explain_a_lint_rule(run: Run) -> None:
    by_code, by_name = run("explain", "ep101")[1], run("explain", "forbidden-retry")[1]
    assert by_code == by_name
    assert by_code.startswith("EP101 forbidden-retry")
    assert "EP101  forbidden-retry" in run("explain", "rules")[1]
    assert json.loads(run("explain", "EP101", "--output-format", "json")[1])["rule"]["name"] == "forbidden-retry"
    listed = json.loads(run("explain", "rules", "--output-format", "json")[1])["rules"]
    assert {"code", "name", "severity", "summary"} <= set(listed[0])


# --- text on a terminal ---------------------------------------------------------------------------------------------


def test_a_terminal_gets_style_and_short_lines(
    run: Run, monkeypatch: pytest.MonkeyPatch, contracts: dict[str, Contract]
) -> None:
    plain = run("contracts", "brick")[1]
    assert "\033" not in plain
    assert any(len(line) > 120 for line in plain.splitlines()), "a pipe gets all of it"
    monkeypatch.setattr("errpact.cli._terminal.sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    lines = run("contracts", "klavi")[1].splitlines()
    assert lines[0] == "\033[1mklavi  Klavi Open Data\033[0m"
    assert [line for line in lines if len(line) > 100 + len("\033[2m\033[0m")] == []
    assert any(line.endswith("…") for line in lines)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033" not in run("contracts", "klavi")[1]
    monkeypatch.setenv("COLUMNS", "80")
    narrow = run("contracts", "brick")[1].splitlines()
    first = next(n for n, line in enumerate(narrow) if line.startswith("  brick:main:400/CPF_INVALIDO "))
    assert narrow[first + 1].startswith("      The customer is not on the institution's list")


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        (Policy(), "unspecified"),
        (Policy(Verb.NEVER), "never"),
        (Policy(Verb.AFTER_ACTION), "after-action"),
        (Policy(Verb.NOW), "now"),
        (Policy(Verb.AFTER, wait=Wait(seconds=86400, upto=172800)), "after 24 h to 48 h"),
        (Policy(Verb.POLL), "poll"),
        (Policy(Verb.POLL, wait=Wait(seconds=5)), "poll after 5 s"),
        (Policy(Verb.BACKOFF, schedule=(0.5, 1)), "backoff 0.5, 1 s"),
        (Policy(Verb.NEVER, also=(3,)), "never, or backoff 3 s"),
    ],
)
def test_a_policy_in_a_few_words(policy: Policy, words: str) -> None:
    from errpact.cli._facts import policy_words

    assert policy_words(policy) == words
