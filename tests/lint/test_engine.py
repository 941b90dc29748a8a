"""The engine around an injected analysis: what is shown, remembered, contained."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from errpact.contracts import Contract, InvalidContract, UnknownProvider
from errpact.contracts.extras import MissingExtra
from errpact.contracts.settings import InvalidSettings, Settings, load_settings
from errpact.lint.cache import Cache
from errpact.lint.discover import Request
from errpact.lint.engine import run
from errpact.lint.finding import (
    Analysis,
    Certainty,
    Edit,
    Finding,
    Fix,
    InternalError,
    Operation,
    Severity,
)
from errpact.lint.project import Project
from errpact.lint.result import Options, Report, combine
from errpact.lint.rules import UnknownRule

CLIENT = 'import requests\nrequests.post("https://api.flanks.io/v0/token", timeout=3)\n'
CASE = "flanks:main:400/40001"


def finding(path: str = "client.py", line: int = 2, rule: str = "EP101", **fields: object) -> Finding:
    base = Finding(rule, "forbidden-retry", Severity.ERROR, path, line, "resent", cases=(CASE,), codes=("40001",))
    return replace(base, **fields)  # type: ignore[arg-type]  # free keywords


class Fake:
    """Stands for the analysis: says what it was told to, and counts."""

    def __init__(self, *findings: Finding, **parts: object) -> None:
        self.result = Analysis(findings, **parts)  # type: ignore[arg-type]  # free keywords
        self.calls = 0
        self.projects: list[Project] = []

    def __call__(self, project: Project, settings: Settings, contracts: Mapping[str, Contract]) -> Analysis:
        self.calls += 1
        self.projects.append(project)
        assert "flanks" in contracts
        here = {f.path for f in project.files}
        return replace(self.result, findings=tuple(f for f in self.result.findings if f.path in here))


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def lint(root: Path, fake: Fake, *paths: str, cache: Cache | None = None, **options: object) -> Report:
    root = root.resolve()
    asked = tuple(root / p for p in paths) or (root,)
    return run(
        Request(asked),
        load_settings(root),
        Options(**options),  # type: ignore[arg-type]  # free keywords
        cache=cache,
        analyse=fake,
    )


def rules(report: Report) -> list[str]:
    return [f.rule for f in report.findings]


def test_findings_come_sorted_and_with_fingerprints(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT, "b.py": CLIENT})
    report = lint(tmp_path, Fake(finding(rule="EP203"), finding("b.py", 2), finding(), finding(line=1)))
    assert [(f.path, f.line, f.rule) for f in report.findings] == [
        ("b.py", 2, "EP101"),
        ("client.py", 1, "EP101"),
        ("client.py", 2, "EP101"),
        ("client.py", 2, "EP203"),
    ]
    assert len({f.fingerprint for f in report.findings}) == 4
    assert all(len(f.fingerprint) == 32 for f in report.findings)


def test_nothing_relevant_never_reaches_the_analysis(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": "x = 1\n"})
    fake = Fake(finding("a.py"))
    assert lint(tmp_path, fake).findings == ()
    assert fake.calls == 0


def test_findings_in_files_that_were_not_asked_for_stay_out_unless_they_depend_on_one(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT, "user.py": "import client\n", "other.py": CLIENT})
    fake = Fake(finding("client.py"), finding("user.py", 1), finding("other.py"))
    assert [f.path for f in lint(tmp_path, fake, "client.py").findings] == ["client.py", "user.py"]
    assert [f.path for f in lint(tmp_path, fake, "user.py").findings] == ["user.py"]


def test_possible_findings_and_unresolved_places_are_shown_on_demand(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT})
    lost = finding(rule="EP902", line=1, severity=Severity.INFO)
    fake = Fake(finding(certainty=Certainty.POSSIBLE), unresolved=(lost,))
    report = lint(tmp_path, fake)
    assert report.findings == ()
    assert report.statistics["hidden-possible"] == 1
    assert report.statistics["unresolved"] == 1
    assert rules(lint(tmp_path, fake, possible=True)) == ["EP101"]
    assert rules(lint(tmp_path, fake, unresolved=True)) == ["EP902"]


def test_an_operation_that_was_not_followed_is_counted_and_named_whatever_is_selected(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT})
    lost = finding(rule="EP902", line=1, severity=Severity.INFO)
    operations = tuple(Operation("poll", "client.py", 1, p, complete=False) for p in ("flanks", "klavi"))
    fake = Fake(operations=(*operations, Operation("ask", "client.py", 2, "flanks")), unresolved=(lost,))
    report = lint(tmp_path, fake)
    assert report.statistics["not-followed"] == 1
    assert rules(lint(tmp_path, fake, unresolved=True, select=("EP101",))) == ["EP902"]


def test_selection(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT})
    fake = Fake(finding(), finding(rule="EP203"), finding(rule="EP301"))
    assert rules(lint(tmp_path, fake, select=("EP1", "unknown-code"))) == ["EP101", "EP301"]
    assert rules(lint(tmp_path, fake, ignore=("EP2",))) == ["EP101", "EP301"]
    with pytest.raises(UnknownRule, match="no rule is called 'EP9999'"):
        lint(tmp_path, fake, select=("EP9999",))
    report = lint(tmp_path, fake, ignore=("forbiden-retry",))
    assert len(report.findings) == 3
    assert "did you mean forbidden-retry" in report.warnings[0]


def test_configured_selection_and_per_file_ignores(tmp_path: Path) -> None:
    config = '[tool.errpact]\nselect = ["EP1", "EP2"]\n[tool.errpact.per-file-ignores]\n"old/**" = ["EP101", "EPX"]\n'
    write(tmp_path, {"client.py": CLIENT, "old/client.py": CLIENT, "pyproject.toml": config})
    fake = Fake(finding(), finding(rule="EP301"), finding("old/client.py"), finding("old/client.py", rule="EP203"))
    report = lint(tmp_path, fake)
    assert [(f.path, f.rule) for f in report.findings] == [("client.py", "EP101"), ("old/client.py", "EP203")]
    assert any("per-file-ignores: no rule is called 'EPX'" in w for w in report.warnings)
    assert rules(lint(tmp_path, fake, select=("EP301",))) == ["EP301"]


def test_suppression_and_its_leftovers(tmp_path: Path) -> None:
    source = CLIENT.replace(")\n", ")  # errpact: ignore[EP101] they asked\n")
    write(tmp_path, {"client.py": source, "idle.py": "x = 1  # errpact: ignore[EP101] gone\n"})
    report = lint(tmp_path, Fake(finding()))
    assert [(f.path, f.rule) for f in report.findings] == [("idle.py", "EP901")]
    assert report.statistics["suppressed"] == 1
    assert lint(tmp_path, Fake(finding()), ignore=("EP101",)).findings == ()
    assert lint(tmp_path, Fake(finding()), "client.py").findings == ()


def test_a_hidden_possible_finding_uses_its_suppression(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT.replace(")\n", ")  # errpact: ignore[EP101] maybe\n")})
    assert lint(tmp_path, Fake(finding(certainty=Certainty.POSSIBLE))).findings == ()


def test_accepted_cases(tmp_path: Path) -> None:
    accept = f'[[tool.errpact.accept]]\ncase = "{CASE}"\nobligation = "no-retry"\nwhy = "agreed"\npaths = ["old/**"]\n'
    unused = accept.replace("no-retry", "survive")
    of_the_tests = accept.replace("no-retry", "max-wait")
    write(tmp_path, {"client.py": CLIENT, "old/client.py": CLIENT, "pyproject.toml": accept + unused + of_the_tests})
    two = finding("old/client.py", 1, cases=(CASE, "flanks:main:401/no-code"))
    report = lint(tmp_path, Fake(finding(), finding("old/client.py"), two))
    assert [(f.path, f.line, f.cases) for f in report.findings] == [
        ("client.py", 2, (CASE,)),
        ("old/client.py", 1, ("flanks:main:401/no-code",)),
    ]
    assert report.warnings == (
        f"accept of {CASE} (survive) met no finding of lint; remove it if the tests don't need it",
    )


def test_a_baseline_leaves_new_findings(tmp_path: Path) -> None:
    from errpact.lint import baseline

    write(tmp_path, {"client.py": CLIENT})
    file = tmp_path / "base.json"
    file.write_text(baseline.render(lint(tmp_path, Fake(finding())).findings))
    report = lint(tmp_path, Fake(finding(), finding(line=1)), baseline=file)
    assert [f.line for f in report.findings] == [1]
    assert report.statistics["baseline"] == 1
    report = lint(tmp_path, Fake(), baseline=file)
    assert combine([report]).warnings == ("1 entry of the baseline no longer occurs; --write-baseline drops it",)


def test_projects_that_share_a_baseline_miss_only_what_none_of_them_has(tmp_path: Path) -> None:
    from errpact.lint import baseline

    write(tmp_path, {f"{name}/client.py": CLIENT for name in "ab"})
    mine = {name: lint(tmp_path / name, Fake(finding(line=n + 1))) for n, name in enumerate("ab")}
    file = tmp_path / "base.json"
    file.write_text(baseline.render(combine(list(mine.values())).findings))
    again = [lint(tmp_path / name, Fake(finding(line=n + 1)), baseline=file) for n, name in enumerate("ab")]
    assert combine(again).warnings == ()
    assert combine(again[:1]).warnings == (), "what lies in another project is that one's"
    clean = [lint(tmp_path / name, Fake(), baseline=file) for name in "ab"]
    assert combine(clean).warnings == ("2 entries of the baseline no longer occur; --write-baseline drops them",)


def test_files_that_are_no_python_are_findings(tmp_path: Path) -> None:
    write(tmp_path, {"broken.py": "def f(:\n", "newer.py": "type X = int\n", "fine.py": "x = 1\n"})
    (tmp_path / "latin.py").write_bytes(b"x = '\xe9'\n")
    report = lint(tmp_path, Fake())
    assert [(f.path, f.rule) for f in report.findings] == [("broken.py", "EP900"), ("latin.py", "EP900")]
    for number in range(60):
        write(tmp_path, {f"more/f{number}.py": "x = 1\n"})
    # in a large tree only what is named is parsed for its syntax's sake
    assert [f.path for f in lint(tmp_path, Fake()).findings] == ["latin.py"]
    named = lint(tmp_path, Fake(), "broken.py", "newer.py", "fine.py")
    assert [(f.path, f.line) for f in named.findings] == [("broken.py", 1)]
    assert "is not valid Python" in named.findings[0].message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_finding(tmp_path: Path) -> None:
    write(tmp_path, {"secret.py": CLIENT})
    (tmp_path / "secret.py").chmod(0)
    assert rules(lint(tmp_path, Fake())) == ["EP900"]


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders named `closed` may not be read, whoever asks (root may read everything)."""
    scandir = os.scandir

    def refuse(folder: str) -> object:
        if os.path.basename(folder) == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)


@pytest.mark.usefixtures("closed")
def test_a_folder_that_may_not_be_read_is_a_finding(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT, "pkg/closed/a.py": CLIENT, "other/b.py": CLIENT})
    found = lint(tmp_path, Fake()).findings
    assert [(f.rule, f.path, f.message) for f in found] == [
        ("EP900", "pkg/closed", "this folder cannot be read: Permission denied")
    ]
    # named itself, and nothing else to tell
    assert [f.path for f in lint(tmp_path, Fake(), "pkg/closed").findings] == ["pkg/closed"]
    # not asked for, though it is looked at for what depends on the file
    assert lint(tmp_path, Fake(), "other").findings == ()


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("ignore", ["closed/", "pkg/closed/*", "*.py"])
def test_a_folder_that_is_left_out_may_be_unreadable(tmp_path: Path, ignore: str) -> None:
    write(tmp_path, {"pkg/closed/a.py": CLIENT, ".gitignore": f"{ignore}\n"})
    assert lint(tmp_path, Fake()).findings == ()


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("exclude", ["closed", "pkg/closed", "pkg/closed/*", "pkg/**"])
def test_a_folder_that_is_excluded_may_be_unreadable(tmp_path: Path, exclude: str) -> None:
    write(tmp_path, {"pkg/closed/a.py": CLIENT, "pyproject.toml": f'[tool.errpact]\nexclude = ["{exclude}"]\n'})
    assert lint(tmp_path, Fake()).findings == ()


@pytest.mark.usefixtures("closed")
def test_the_folder_of_the_run_itself_may_be_unreadable(tmp_path: Path) -> None:
    write(tmp_path, {"closed/a.py": CLIENT})
    report = run(Request((tmp_path / "closed",)), load_settings(tmp_path / "closed"))
    assert [(f.path, f.rule) for f in report.findings] == [(".", "EP900")]


def test_the_analysis_own_complaint_about_a_file_stands_alone(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_bytes(CLIENT.encode() + b"# \xff\n")
    report = lint(tmp_path, Fake(finding(rule="EP900", name="unreadable-file")))
    assert rules(report) == ["EP900"]


def test_a_crash_of_the_analysis_is_an_internal_error(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT})
    (tmp_path / "bad.py").write_bytes(b"\xff")

    def crash(*_: object) -> Analysis:
        raise RuntimeError("boom")

    report = run(Request((tmp_path,)), load_settings(tmp_path), analyse=crash)
    assert [str(e.message) for e in report.errors] == ["RuntimeError: boom"]
    assert rules(report) == ["EP900"]


def test_a_crash_of_one_rule_leaves_the_other_findings(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT})
    report = lint(tmp_path, Fake(finding(), errors=(InternalError("EP203", "client.py", "KeyError: 'x'"),)))
    assert rules(report) == ["EP101"]
    assert str(report.errors[0]) == "internal error in EP203 at client.py: KeyError: 'x'"


def test_what_the_user_must_mend_goes_through(tmp_path: Path) -> None:
    write(
        tmp_path, {"client.py": CLIENT, "pyproject.toml": '[tool.errpact]\ncontracts = ["own.toml"]\n', "own.toml": "x"}
    )
    with pytest.raises(InvalidContract, match=r"own\.toml.*not valid TOML"):
        lint(tmp_path, Fake())
    write(tmp_path, {"pyproject.toml": '[[tool.errpact.client]]\nprovider = "kipu"\npaths = ["**"]\n'})
    with pytest.raises(UnknownProvider, match="did you mean khipu"):
        lint(tmp_path, Fake())


BOUND = """
[[tool.errpact.client]]
provider = "khipu"
paths = ["src/**", "{path}"]
functions = ["shop.bank.{function}"]
exceptions = ["shop.{module}.KhipuError"]
"""
SHOP = {
    "src/shop/bank.py": "import requests\ndef call(path):\n    return requests.get(path)\n",
    "src/shop/errors.py": "class KhipuError(Exception): ...\n",
    "cassettes/a.json": "{}",
}
RIGHT = {"path": "cassettes/**", "function": "call", "module": "errors"}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({}, None),
        ({"path": "lib/**"}, "client khipu, paths: 'lib/**' matches no file; check it, relative to "),
        ({"function": "cal_"}, "client khipu, functions: 'shop.bank.cal_' meets nothing: 'cal_' stands nowhere"),
        ({"function": "cal"}, "client khipu, functions: 'shop.bank.cal' meets nothing: 'cal' stands nowhere"),
        ({"module": "erors"}, "client khipu, exceptions: 'shop.erors.KhipuError' meets nothing: 'erors' stands"),
    ],
)
def test_a_binding_that_meets_nothing_is_told(tmp_path: Path, wrong: dict[str, str], message: str | None) -> None:
    write(tmp_path, {**SHOP, "pyproject.toml": BOUND.format(**{**RIGHT, **wrong})})
    report = lint(tmp_path, Fake())
    told = report.warnings
    assert len(told) == report.statistics.get("unmet-names", 0) == (message is not None)
    assert message is None or message in told[0]
    assert lint(tmp_path, Fake(), "src/shop/bank.py").warnings == ()


def test_a_binding_that_meets_nothing_is_told_where_nothing_is_analysed(tmp_path: Path) -> None:
    write(tmp_path, {"a.py": "x = 1\n", "pyproject.toml": BOUND.format(**RIGHT)})
    report = lint(tmp_path, Fake())
    assert report.statistics["analysed"] == 0
    assert len(report.warnings) == report.statistics["unmet-names"] == 4


ACCEPT = '[[tool.errpact.accept]]\ncase = "{}"\nobligation = "no-retry"\nwhy = "agreed"\n'


@pytest.mark.parametrize(
    ("case", "message"),
    [
        (f"{CASE}1", rf"accept\[0\]\.case: flanks has no case '{CASE}1'; did you mean {CASE}"),
        ("flansk:main:50002", "unknown provider 'flansk'; did you mean flanks"),
        ("50002", "unknown provider '50002'.*begin the id with the provider's name"),
        ("acme:main:400/E2", "acme has no case 'acme:main:400/E2'; did you mean acme:main:400/E1"),
    ],
)
def test_an_acceptance_of_no_case_is_told(tmp_path: Path, case: str, message: str, minimal: str) -> None:
    own = '[tool.errpact]\ncontracts = ["*.contract"]\n'
    write(tmp_path, {"pyproject.toml": own + ACCEPT.format(case), "acme.contract": minimal})
    with pytest.raises(InvalidSettings, match=message):
        lint(tmp_path, Fake())


@pytest.mark.parametrize("case", [CASE, "acme:main:400/E1", "khipu:off:html-502"])
def test_an_acceptance_of_a_case_is_none_of_it(tmp_path: Path, case: str, minimal: str) -> None:
    own = '[tool.errpact]\ncontracts = ["*.contract"]\n'
    accept = ACCEPT.format(case)
    accept = accept.replace("no-retry", "robust") if ":off:" in case else accept
    write(tmp_path, {"pyproject.toml": own + accept, "acme.contract": minimal})
    assert lint(tmp_path, Fake()).findings == ()


def test_a_contract_may_extend_another_of_ones_own(tmp_path: Path, minimal: str) -> None:
    host = 'hosts = [{ host = "api.acme.io", source = "https://acme.io" }]\n'
    more = f'format = 1\nextends = "acme"\ncontract_version = "2"\n{host}'
    client = "import requests\nrequests.post('https://api.acme.io/x', timeout=3)\n"
    own = '[tool.errpact]\ncontracts = ["acme.contract", "more.contract"]\n'
    write(tmp_path, {"pyproject.toml": own, "acme.contract": minimal, "more.contract": more, "client.py": client})
    fake = Fake()
    lint(tmp_path, fake)
    assert [f.path for p in fake.projects for f in p.files] == ["client.py"]


def full(path: str = "client.py") -> Fake:
    fix = Fix("mend", (Edit(path, 0, 1, "x"),), safe=True)
    steps = ((path, 1, "here"),)
    operation = Operation("Client.fetch", path, 1, "flanks", {CASE: {"no-retry": "broken"}})
    rich = finding(path, column=3, end_line=2, end_column=9, help="h", fix=fix, path_steps=steps)
    return Fake(rich, operations=(operation,), statistics={"x": 1}, unresolved=(finding(path, 1, "EP902"),))


def test_a_second_run_remembers_everything(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT})
    cache, fake = Cache(tmp_path / ".errpact_cache"), full()
    first = lint(tmp_path, fake, cache=cache, unresolved=True)
    second = lint(tmp_path, fake, cache=cache, unresolved=True)
    assert fake.calls == 1
    assert first == second
    assert first.operations == fake.result.operations


def test_a_change_of_any_input_is_noticed(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT, "user.py": "import client\n"})
    cache, fake = Cache(tmp_path / ".errpact_cache"), full()
    lint(tmp_path, fake, cache=cache)
    write(tmp_path, {"user.py": "import client  # more\n"})
    lint(tmp_path, fake, cache=cache)
    assert fake.calls == 2
    write(tmp_path, {"pyproject.toml": '[[tool.errpact.client]]\nprovider = "khipu"\npaths = ["x/**"]\n'})
    lint(tmp_path, fake, cache=cache)
    assert fake.calls == 3
    write(tmp_path, {"unrelated.py": "x = 1\n"})
    lint(tmp_path, fake, cache=cache)
    assert fake.calls == 3


def test_damage_in_the_cache_costs_only_time(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT})
    cache, fake = Cache(tmp_path / ".errpact_cache"), full()
    before = lint(tmp_path, fake, cache=cache)
    for file in (tmp_path / ".errpact_cache").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert lint(tmp_path, fake, cache=cache) == before
    assert fake.calls == 2
    assert cache.clean() > 0
    assert not (tmp_path / ".errpact_cache").exists()


def test_the_cache_is_bounded(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c")
    for number in range(10):
        cache.put("results", str(number), b"x" * 1000)
        os.utime(tmp_path / "c/results" / str(number), (number, number))
    cache.trim(5000)
    kept = sorted(p.name for p in (tmp_path / "c/results").iterdir())
    assert kept == ["6", "7", "8", "9"]


def test_internal_errors_are_not_remembered(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT})
    cache = Cache(tmp_path / ".errpact_cache")
    fake = Fake(errors=(InternalError("EP203", "client.py", "KeyError"),))
    lint(tmp_path, fake, cache=cache)
    lint(tmp_path, fake, cache=cache)
    assert fake.calls == 2


def test_a_read_only_project_is_linted_without_a_cache(tmp_path: Path) -> None:
    write(tmp_path, {"client.py": CLIENT, "blocked": "a file where the folder should be"})
    assert rules(lint(tmp_path, Fake(finding()), cache=Cache(tmp_path / "blocked" / "cache"))) == ["EP101"]


def test_without_libcst_the_mend_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    write(tmp_path, {"client.py": CLIENT})
    monkeypatch.setitem(sys.modules, "libcst", None)
    with pytest.raises(MissingExtra, match=r'pip install "errpact\[lint\]"'):
        run(Request((tmp_path,)), load_settings(tmp_path))
