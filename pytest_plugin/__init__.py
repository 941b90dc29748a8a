"""The pytest plugin: hooks and fixtures only. Whatever costs time is imported when a contract test is there.

@pytest.mark.errpact("khipu")
def test_balance(errpact_case):
    errpact_case.check(lambda base_url: KhipuClient(base_url).balance("1-9"))
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from .handle import CaseHandle
    from .manual import ManualServer

MARKER = (
    "errpact(provider, surface=None, codes=None, kinds=None, method=None, channel='reply', success=…, routes=…, "
    "target=…): one item per documented case of the provider; ask for the fixture errpact_case"
)
UNCHECKED = "errpact_case was never checked: call errpact_case.check(...), or await errpact_case.acheck(...)"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options and ini keys; ini keys have types, so that they work in native TOML too."""
    group = parser.getgroup("errpact", "errpact: documented error codes")
    group.addoption("--errpact-json", type=_file, metavar="FILE", help="write the verdicts of all cases as JSON")
    group.addoption(
        "--errpact-fail-under", type=_percent, metavar="PCT", help="fail below this percentage of documented cases"
    )
    group.addoption("--errpact-only-broken", action="store_true", help="list only cases with a broken obligation")
    group.addoption("--errpact-max-examples", type=_count, metavar="N", help="examples per case (default 20)")
    group.addoption("--errpact-timeout", type=_seconds, metavar="S", help="real seconds for one call (default 10)")
    group.addoption("--errpact-replay", metavar="FILE", help="run the example of a written failure instead")
    parser.addini("errpact_max_examples", "examples per case", type="string", default="")
    parser.addini("errpact_timeout", "real seconds that one call may take", type="string", default="")
    parser.addini("errpact_early_clock", "replace time.sleep before any client is imported", type="bool", default=False)
    parser.addini("errpact_share_tls", "clients share TLS contexts while a case runs", type="bool", default=True)


def _file(text: str) -> str:
    if os.path.isdir(text):
        raise argparse.ArgumentTypeError(f"{text!r} is a folder; name a file in it")
    place = os.path.abspath(text)
    while not os.path.exists(place):
        place = os.path.dirname(place)  # folders that are missing are made
    if not os.access(place, os.W_OK) or not (place == os.path.abspath(text) or os.path.isdir(place)):
        raise argparse.ArgumentTypeError(f"{text!r} cannot be written: {place} may not be, or is no folder")
    return text


def _percent(text: str) -> float:
    return _number(text, lambda n: 0 <= n <= 100, "a percentage; write a number from 0 to 100")


def _seconds(text: str) -> float:
    return _number(text, lambda n: 0 < n < float("inf"), "a time in seconds; write a number above 0")


def _count(text: str) -> int:
    return int(_number(text, lambda n: n >= 1 and n.is_integer(), "a number of examples; write 1 or more"))


def _number(text: str, fits: Callable[[float], bool], wanted: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not fits(number):
        raise argparse.ArgumentTypeError(f"{text!r} is not {wanted}")
    return number


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Install the early clock before client modules can take hold of `time.sleep`."""
    if _flag(early_config, "errpact_early_clock") or _configured_early(early_config):
        from .clock_running import install_early

        install_early()


def _configured_early(config: pytest.Config) -> bool:
    # Most projects say nothing of it: they needn't wait for what reads settings.
    if not any(_mentions_early(folder / "pyproject.toml") for folder in (config.rootpath, *config.rootpath.parents)):
        return False
    from ..contracts import ErrpactError
    from ..contracts.settings import load_settings

    try:
        return load_settings(config.rootpath).pytest.early_clock
    except ErrpactError as exc:
        raise pytest.UsageError(str(exc)) from None


def _mentions_early(file: Path) -> bool:
    try:
        return b"early-clock" in file.read_bytes()
    except OSError:
        return False


def _flag(config: pytest.Config, name: str) -> bool:
    try:
        return bool(config.getini(name))
    except (ValueError, TypeError, pytest.UsageError) as exc:
        raise pytest.UsageError(f"{name}: {exc}; write true or false") from None


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker, and refuse ini values that cannot be."""
    _flag(config, "errpact_share_tls")
    for name, read in (("errpact_max_examples", _count), ("errpact_timeout", _seconds)):
        text = config.getini(name)
        try:
            if text:
                read(text)
        except argparse.ArgumentTypeError as exc:
            raise pytest.UsageError(f"{name}: {exc}") from None
    if (replay := config.getoption("errpact_replay")) is not None:
        _check_replay(replay)
    config.addinivalue_line("markers", MARKER)


def _check_replay(name: str) -> None:
    from pathlib import Path

    from ..contracts import ErrpactError
    from . import failures

    try:
        failures.read(Path(name))
    except ErrpactError as exc:
        raise pytest.UsageError(f"--errpact-replay: {exc}") from None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One item per documented case."""
    marker = metafunc.definition.get_closest_marker("errpact")
    if marker is None:
        return
    _need_hypothesis()
    from . import collect

    collect.parametrize(metafunc)


def _need_hypothesis() -> None:
    import importlib.util

    if importlib.util.find_spec("hypothesis") is None:
        raise pytest.Collector.CollectError('the errpact marker needs hypothesis: pip install "errpact[pytest]"')


@pytest.fixture
def errpact_case(request: pytest.FixtureRequest) -> CaseHandle:
    """One documented case; `.check(call)` or `await .acheck(call)` tries a client against it."""
    from . import collect

    return collect.handle_for(request)


@pytest.fixture
def errpact_server() -> Generator[ManualServer]:
    """A loopback server scripted by hand, with the virtual clock."""
    from .manual import ManualServer

    server = ManualServer()
    yield server
    server.close()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Remember the test for `errpact.cases(...)`, which has no fixture."""
    session = sys.modules.get(f"{__name__}.session")
    if session is not None or "errpact" in sys.modules:
        from . import current

        current.item = item


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that passed without a check of its case. Outermost, so that xfail has had its say before."""
    report = yield
    if call.when == "call" and report.passed and not hasattr(report, "wasxfail"):
        case = (getattr(item, "funcargs", None) or {}).get("errpact_case")
        if not getattr(case, "checked", True):
            report.outcome, report.longrepr = "failed", UNCHECKED
    return report


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_node_collection_finished(ids: Sequence[str]) -> None:
    """Remember the order of the tests: xdist's workers report in an order of their own."""
    from . import current

    current.order = ids


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Collect what checks left; here the reports of xdist's workers arrive too."""
    if report.user_properties:
        for name, value in report.user_properties:
            if name in ("errpact", "errpact.unjudged"):
                from . import report as report_

                report_.take_in(name, str(value), report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the JSON file and judge the coverage, once, where all reports came together."""
    report = sys.modules.get(f"{__name__}.report")
    config = session.config
    if hasattr(config, "workerinput"):
        return
    if report is not None or config.getoption("errpact_json") or config.getoption("errpact_fail_under") is not None:
        from . import report as report_

        report_.finish(session)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """The table of cases and obligations."""
    report = sys.modules.get(f"{__name__}.report")
    if report is not None and not hasattr(config, "workerinput"):
        report.summarise(terminalreporter, config)


def pytest_unconfigure() -> None:
    """Free the server's port."""
    session = sys.modules.get(f"{__name__}.session")
    if session is not None:
        session.close()
