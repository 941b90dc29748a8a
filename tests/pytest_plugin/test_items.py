"""The plugin in a consumer's repository: items, failures, reports. In process, where nothing speaks against it."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from .conftest import TOML

GOOD = """
import pytest
from client import SUCCESS, good

@pytest.mark.errpact("flanks")
def test_accounts(errpact_case):
    errpact_case.check(good, success=SUCCESS)
"""
NAIVE = GOOD.replace("good", "naive")


def run(consumer: pytest.Pytester, source: str, *args: str) -> pytest.RunResult:
    consumer.makepyfile(test_contract=source)
    return consumer.runpytest("-p", "no:asyncio", *args)


def test_one_item_per_case_and_all_pass(consumer: pytest.Pytester) -> None:
    result = run(consumer, GOOD)
    result.assert_outcomes(passed=24)
    result.stdout.fnmatch_lines(
        [
            "*errpact: documented cases × obligations*",
            "flanks · test_contract.py::test_accounts",
            "  case * recognise  surface  no-retry *",
            "  flanks:main:400/40001 * ok *",
            "flanks: 13 of 13 documented cases tried (100 %)*0 cases broken",
        ]
    )


def test_ids_work_with_k_and_collect_only(consumer: pytest.Pytester) -> None:
    result = run(consumer, GOOD, "--collect-only", "-q", "-k", "flanks:main:400/20003")
    result.stdout.fnmatch_lines(["test_contract.py::test_accounts[[]flanks:main:400/20003]", "*1/24 tests collected*"])
    result.stdout.no_fnmatch_line("*documented cases*")


def test_a_failure_says_what_why_and_how_to_replay(consumer: pytest.Pytester) -> None:
    result = run(consumer, NAIVE, "-k", "50002")
    result.assert_outcomes(failed=1, deselected=23)
    result.stdout.fnmatch_lines(
        [
            "flanks:main:50002: recognise, no-retry broken",
            "case * CREDENTIALS_ERROR 50002 (error)",
            "meaning * The bank credentials are wrong*",
            "what is allowed * resend only after the action below, never by itself",
            "source * https://docs.flanks.io/*section 'Error codes'",
            "  #  at * request * status  reply",
            "  1  0.00 s  POST /v0/accounts  400 * 50002",
            "  3 * POST /v0/accounts  400 * 50002",
            "  then the call returned",
            "recognise: the call returned an empty list, just as it does for success",
            "no-retry: the same request was sent 3 times; it must not be sent again",
            'smallest example  400 {"error": "a", "error_code": 50002}',
            "replay            errpact replay .pytest_cache/d/errpact/test_accounts-flanks-main-50002.json",
            "flanks: 1 of 13 documented cases tried (8 %)*1 case broken",
        ]
    )
    text = result.stdout.str()
    assert "Traceback" not in text
    assert "ypothesis" not in re.sub(r"^plugins:.*$|^hypothesis profile.*$", "", text, flags=re.MULTILINE)
    assert "pytest_plugin/" not in text


def test_an_example_that_hypothesis_finds_is_shrunk(consumer: pytest.Pytester) -> None:
    source = """
    import pytest, requests
    from client import SUCCESS, ClientError

    def call(base_url):
        response = requests.get(base_url, timeout=5)
        body = response.json()
        if "Z" in str(body.get("error")):
            return SUCCESS["accounts"]
        if response.status_code != 200:
            raise ClientError(response.status_code, body)
        return body["accounts"]

    @pytest.mark.errpact("flanks", codes=[415])
    def test_it(errpact_case):
        errpact_case.check(call, success=SUCCESS)
    """
    consumer.makepyprojecttoml(TOML + "\n[tool.errpact.pytest]\nmax-examples = 300\n")
    result = run(consumer, source)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(['smallest example  415 {"error": "Z"}'])


def test_nothing_is_left_but_in_pytests_cache(consumer: pytest.Pytester) -> None:
    run(consumer, NAIVE)
    left = {p.name for p in consumer.path.iterdir()}
    assert left <= {"client.py", "test_contract.py", "pyproject.toml", ".pytest_cache", "__pycache__"}


def test_failure_files_hold_no_payloads(consumer: pytest.Pytester) -> None:
    source = """
    import pytest, requests
    from client import SUCCESS, naive

    def call(base_url):
        requests.post(
            base_url + "/login?cpf=12345678909",
            json={"password": "hunter2"},
            headers={"Authorization": "Bearer very-secret"},
            timeout=5,
        )
        return naive(base_url)

    @pytest.mark.errpact("flanks")
    def test_it(errpact_case):
        errpact_case.check(call, success=SUCCESS)
    """
    run(consumer, source, "-k", "50002")
    [file] = (consumer.path / ".pytest_cache/d/errpact").glob("*.json")
    text = file.read_text()
    assert not [word for word in ("12345678909", "hunter2", "very-secret", "ES00") if word in text]
    assert json.loads(text)["exchange"][0]["path"] == "/login"


def test_json(consumer: pytest.Pytester) -> None:
    run(consumer, NAIVE, "--errpact-json", "out/errpact.json")
    data = json.loads((consumer.path / "out/errpact.json").read_text())
    assert data["version"] == 1
    items = {item["case"]: item for item in data["items"]}
    item = items["flanks:main:50002"]
    assert item["nodeid"] == "test_contract.py::test_accounts[flanks:main:50002]"
    assert item["provider"] == "flanks"
    assert item["verdicts"]["no-retry"] == "broken"
    assert item["verdicts"]["survive"] == "kept"
    assert item["requests"] == {"min": 3, "max": 3}
    assert len(item["waits"]) == 2
    assert item["examples"] > 0
    assert "no-retry" in item["message"]
    assert items["flanks:off:reset"]["verdicts"].keys() == {"robust"}


def test_only_broken(consumer: pytest.Pytester) -> None:
    result = run(consumer, NAIVE, "--errpact-only-broken")
    table = result.stdout.str().partition("documented cases ×")[2].partition("short test summary")[0]
    assert "flanks:main:50002" in table
    assert "flanks:main:500/no-code" not in table


@pytest.mark.parametrize(("percent", "code"), [("100", 1), ("60", 0)])
def test_fail_under_counts_documented_cases(consumer: pytest.Pytester, percent: str, code: int) -> None:
    source = GOOD.replace('"flanks"', '"flanks", codes=[20001, 20002, 20003, 40001, 50001, 50002]')
    result = run(consumer, source, "--errpact-fail-under", percent)
    assert result.ret == code
    if code:
        result.stdout.fnmatch_lines(["FAIL: 62 % of documented cases tried, 100 % required"])


def test_fail_under_without_any_case(consumer: pytest.Pytester) -> None:
    result = run(consumer, "def test_own():\n    pass\n", "--errpact-fail-under=50")
    assert result.ret == 1
    result.stdout.fnmatch_lines(["no documented case was tried; --errpact-fail-under is 50 %"])


def test_out_of_scope_cases_leave_the_denominator(consumer: pytest.Pytester) -> None:
    source = """
    import pytest, requests
    @pytest.mark.errpact("klavi", surface="update-user-data")
    def test_it(errpact_case):
        errpact_case.check(lambda url: requests.get(url, timeout=5).json())
    """
    result = run(consumer, source)
    text = result.stdout.str()
    tried, total = re.search(r"klavi: (\d+) of (\d+) documented", text).groups()  # type: ignore[union-attr]
    assert tried == total
    assert int(total) < 20


def test_junit_properties(consumer: pytest.Pytester) -> None:
    run(consumer, GOOD, "--junitxml=junit.xml", "-k", "40001")
    text = (consumer.path / "junit.xml").read_text()
    assert 'name="errpact.case" value="flanks:main:400/40001"' in text
    assert 'name="errpact.no-retry" value="kept"' in text


def test_waivers_are_those_of_lint(consumer: pytest.Pytester) -> None:
    waiver = 'case = "flanks:main:50002"\nwhy = "agreed"\npaths = ["test_*.py"]\n'
    accepts = "".join(f'[[tool.errpact.accept]]\nobligation = "{o}"\n{waiver}' for o in ("no-retry", "recognise"))
    consumer.makepyprojecttoml(TOML + accepts)
    result = run(consumer, NAIVE, "-k", "50002")
    result.assert_outcomes(passed=1, deselected=23)
    result.stdout.fnmatch_lines(["*flanks:main:50002 * waived *"])


OFF = """
import pytest, requests

@pytest.mark.errpact("flanks")
def test_it(errpact_case):
    def call(base_url):
        body = requests.post(base_url + "/v0/accounts", json={}, timeout=5).json()
        return {}[body["error_code"]]
    errpact_case.check(call)
"""


@pytest.mark.parametrize(
    ("sort", "status", "reply"),
    [
        ("html-502", 502, "html-502"),
        ("truncated-json", 400, "truncated-json"),
        ("missing-code", 400, "missing-code"),
        ("wrong-type", 400, "wrong-type 20001"),
        ("unknown-code", 400, "unknown-code 987654"),
    ],
)
def test_a_failure_shows_what_was_sent_off_the_contract(
    consumer: pytest.Pytester, sort: str, status: int, reply: str
) -> None:
    consumer.makepyprojecttoml(TOML + "[tool.errpact.pytest]\nrobust = true\n")
    result = run(consumer, OFF, "-k", f"off:{sort}")
    result.assert_outcomes(failed=1)
    result.stdout.re_match_lines([rf"  1  0.00 s  POST /v0/accounts  {status}     {reply}$"])
    assert "leaves open" not in result.stdout.str()


def accepting(*obligations: str) -> str:
    waiver = 'case = "flanks:main:50002"\nwhy = "agreed"\npaths = ["test_*.py"]\n'
    return TOML + "".join(f'[[tool.errpact.accept]]\nobligation = "{o}"\n{waiver}' for o in obligations)


ONE = GOOD.replace('"flanks"', '"flanks", codes=[50002]')


def test_a_waiver_that_no_test_needs_is_reported(consumer: pytest.Pytester) -> None:
    consumer.makepyprojecttoml(accepting("no-retry", "survive"))
    result = run(consumer, ONE)
    result.assert_outcomes(passed=1)
    both = ("no-retry", "survive")
    result.stdout.fnmatch_lines([f"warning: accept of flanks:main:50002 ({o}) is not needed, *" for o in both])


@pytest.mark.parametrize(
    ("source", "obligation", "options"),
    [
        (GOOD, "no-retry", ("-k", "50002")),  # other tests may need it
        (GOOD, "no-retry", ("-k", "40001")),
        (NAIVE.replace('"flanks"', '"flanks", codes=[50002]'), "no-retry", ()),
        (
            "import requests\n" + ONE.replace("good, success=SUCCESS", "lambda u: len(requests.get(u, timeout=5).url)"),
            "recognise",
            (),
        ),
    ],
    ids=["a part of the tests", "not tried", "needed", "undecided"],
)
def test_a_waiver_that_may_be_needed_is_not(
    consumer: pytest.Pytester, source: str, obligation: str, options: tuple[str, ...]
) -> None:
    consumer.makepyprojecttoml(accepting(obligation))
    run(consumer, source, *options).stdout.no_fnmatch_line("warning: accept*")


def test_robustness_counts_only_when_asked_for(consumer: pytest.Pytester) -> None:
    result = run(consumer, GOOD, "-k", "html-502")
    result.assert_outcomes(passed=1, deselected=23)
    result.stdout.fnmatch_lines(["  flanks:off:html-502  no"])
    consumer.makepyprojecttoml(TOML + "[tool.errpact.pytest]\nrobust = true\n")
    result = run(consumer, GOOD, "-k", "html-502")
    result.assert_outcomes(failed=1, deselected=23)
    result.stdout.fnmatch_lines(["off the contract  an HTML page with status 502", "robust: JSONDecodeError*"])


def test_the_consumers_own_contract(consumer: pytest.Pytester) -> None:
    text = (Path(__file__).parent / "zoo/contract.toml").read_text()
    (consumer.path / "zoo.toml").write_text(text)
    consumer.makepyprojecttoml(TOML + '[tool.errpact]\ncontracts = ["zoo.toml"]\n')
    result = run(consumer, GOOD.replace('"flanks"', '"zoo"'), "-k", "main")
    result.assert_outcomes(passed=5, deselected=11)


def test_success_routes_and_target_from_marker_and_configuration(consumer: pytest.Pytester) -> None:
    consumer.makepyprojecttoml(
        TOML
        + """
[tool.errpact.pytest]
success.flanks = '{"accounts": []}'
[tool.errpact.pytest.routes]
"POST /token" = { token = "t" }
"""
    )
    source = """
    import pytest, requests
    from client import good
    pytestmark = pytest.mark.errpact("flanks", target="POST /v0/accounts")

    def call(base_url):
        assert requests.post(base_url + "/token", timeout=5).json() == {"token": "t"}
        assert requests.get(base_url + "/else", timeout=5).json() == {"accounts": []}
        return good(base_url)

    class TestIt:
        def test_accounts(self, errpact_case, tmp_path):
            record = errpact_case.check(call)
            if errpact_case.case:
                assert record.verdicts["recognise"] == "kept"
    """
    run(consumer, source).assert_outcomes(passed=24)


def test_two_markers_are_two_providers(consumer: pytest.Pytester) -> None:
    source = GOOD.replace("@pytest.mark.errpact", '@pytest.mark.errpact("khipu", codes="A000")\n@pytest.mark.errpact')
    result = run(consumer, source, "--collect-only", "-q")
    result.stdout.fnmatch_lines(["*khipu:main:A000+DO_NOT_RETRY*", "*flanks:main:202/20003*", "27 tests collected*"])


def test_unittest_with_subtests(consumer: pytest.Pytester) -> None:
    source = """
    import unittest, errpact
    from client import SUCCESS, good, naive

    class TestAccounts(unittest.TestCase):
        def test_good(self):
            for case in errpact.cases("flanks"):
                with self.subTest(case.id):
                    case.check(good, success=SUCCESS)

        def test_naive(self):
            for case in errpact.cases("flanks", codes=[50002], success=SUCCESS):
                with self.subTest(case.id):
                    case.check(naive)
    """
    result = run(consumer, source)
    assert result.ret == 1
    text = result.stdout.str()
    assert "test_good" not in text.partition("FAILURES")[2].partition("documented cases")[0]
    result.stdout.fnmatch_lines(["*flanks:main:50002: recognise, no-retry broken*", "flanks: 13 of 13 documented*"])


def test_outside_of_pytest(consumer: pytest.Pytester) -> None:
    program = consumer.makepyfile(
        program="""
        import errpact
        from client import SUCCESS, good, naive
        for case in errpact.cases("flanks", codes=[50002]):
            print(case.check(good, success=SUCCESS).verdicts["no-retry"], repr(case))
            try:
                case.check(naive, success=SUCCESS)
            except AssertionError as error:
                print(str(error).splitlines()[0])
        """
    )
    result = consumer.runpython(program)
    result.stdout.fnmatch_lines(
        ["kept <errpact case flanks:main:50002>", "flanks:main:50002: recognise, no-retry broken"]
    )


def test_a_skip_or_an_assertion_of_ones_own_stands(consumer: pytest.Pytester) -> None:
    source = """
    import pytest
    from client import good

    @pytest.mark.errpact("flanks", codes=[50002])
    def test_skips(errpact_case):
        errpact_case.check(lambda base_url: pytest.skip("not today"))

    @pytest.mark.errpact("flanks", codes=[50002])
    def test_asserts(errpact_case):
        def call(base_url):
            with pytest.raises(Exception) as info:
                good(base_url)
            assert info.value.status == 999, "my own assertion"
        errpact_case.check(call)
    """
    result = run(consumer, source)
    result.assert_outcomes(skipped=1, failed=1)
    result.stdout.fnmatch_lines(["E * AssertionError: my own assertion"])


def test_without_the_plugin_nothing_of_it_is_there(consumer: pytest.Pytester) -> None:
    result = run(consumer, "def test_own():\n    pass\n", "-p", "no:errpact")
    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*errpact:*")


def test_without_hypothesis_one_line_says_what_to_install(consumer: pytest.Pytester) -> None:
    consumer.makeconftest(
        """
        import sys
        for name in [n for n in sys.modules if n.partition(".")[0] == "hypothesis"]:
            del sys.modules[name]
        sys.modules["hypothesis"] = None
        """
    )
    consumer.makepyfile(test_contract=GOOD)
    result = consumer.runpytest_subprocess("-p", "no:asyncio", "-p", "no:hypothesispytest")
    result.stdout.fnmatch_lines(['*the errpact marker needs hypothesis: pip install "errpact[[]pytest[]]"*'])
    assert result.ret == 2


def test_native_toml_options(consumer: pytest.Pytester) -> None:
    consumer.makepyprojecttoml(
        '[tool.pytest]\naddopts = ["-p", "no:asyncio", "--strict-config"]\n'
        'errpact_max_examples = "3"\nerrpact_timeout = "7"\n'
        "errpact_share_tls = false\nerrpact_early_clock = true\n"
    )
    consumer.makepyfile(test_contract=GOOD)
    result = consumer.runpytest_subprocess("-k", "50002")
    result.assert_outcomes(passed=1, deselected=23)


@pytest.mark.parametrize("name", ["good", "agood"])
def test_the_environments_proxy_is_not_asked(
    consumer: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "intranet.example")
    result = run(consumer, GOOD.replace("good", name), "-k", "50002")
    result.assert_outcomes(passed=1, deselected=23)
    assert os.environ["no_proxy"] == "intranet.example"
    assert "NO_PROXY" not in os.environ


def test_the_manual_server(consumer: pytest.Pytester) -> None:
    source = """
    import errpact, requests, time

    def patient(url):
        for _ in range(5):
            response = requests.get(url, timeout=5)
            if response.status_code == 200:
                return response.json()
            time.sleep(float(response.headers["Retry-After"]))

    def test_it(errpact_server):
        errpact_server.sequence(
            errpact.Reply(503, headers={"Retry-After": "3"}),
            errpact.Reply(429, {}, {"Retry-After": "60"}),
            {"ok": True},
        )
        with errpact_server.clock():
            assert patient(errpact_server.url) == {"ok": True}
        assert errpact_server.gaps == [3.0, 60.0]
        assert [r.method for r in errpact_server.requests] == ["GET"] * 3

    def test_more(errpact_server):
        errpact_server.fail(1, errpact.Reply(503), then={"n": 1})
        assert [requests.get(errpact_server.url, timeout=5).status_code for _ in range(3)] == [503, 200, 200]
        errpact_server.alternate({"n": 1}, lambda request: {"n": request.path})
        assert [requests.get(errpact_server.url + "/x", timeout=5).json()["n"] for _ in range(3)] == [1, "/x", 1]
        errpact_server.always(lambda request: {"path": request.path}, routes={"GET /t": {"t": 1}})
        assert requests.get(errpact_server.url + "/x", timeout=5).json() == {"path": "/x"}
        assert requests.get(errpact_server.url + "/t", timeout=5).json() == {"t": 1}
        assert len(errpact_server.hits) == 2
    """
    run(consumer, source).assert_outcomes(passed=2)


def test_a_tests_own_target_comes_before_configured_routes(consumer: pytest.Pytester) -> None:
    """The project's route for the token serves all tests but the one that is about the token."""
    consumer.makepyprojecttoml(TOML + '[tool.errpact.pytest.routes]\n"POST /v0/accounts" = { accounts = [] }\n')
    source = """
    import pytest
    from client import SUCCESS, good

    @pytest.mark.errpact("flanks", codes=[50002], target="POST /v0/accounts")
    def test_it(errpact_case):
        record = errpact_case.check(good, success=SUCCESS)
        assert record.requests == (1, 1)

    @pytest.mark.errpact("flanks", codes=[50002], target="POST /v0/accounts", routes={"POST /v0/accounts": {}})
    def test_its_own_route_still_takes_it(errpact_case):
        errpact_case.check(good, success=SUCCESS)
    """
    result = run(consumer, source)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*routes answer each request that was POST /v0/accounts*"])


STATUS_OPEN = """
import pytest, requests

class Refused(Exception):
    pass

class AskUser(Refused):
    pass

KNOWN = {413: AskUser}

def call(base_url):
    response = requests.post(base_url + "/links", json={}, timeout=5)
    %s
    body = response.json()
    if body["code"] == 200:
        return body["data"]
    raise KNOWN[body["code"]](body["code"], body["message"])

@pytest.mark.errpact("klavi", codes=[414])
def test_it(errpact_case):
    errpact_case.check(call, success={"code": 200, "message": "ok", "data": {"id": "1"}})
"""


def test_a_crash_under_every_status_is_one_though_the_page_gives_none(consumer: pytest.Pytester) -> None:
    result = run(consumer, STATUS_OPEN % "")
    assert result.parseoutcomes()["failed"]
    result.stdout.fnmatch_lines(["survive: KeyError at * raised it, whatever the HTTP status"])


@pytest.mark.parametrize("status", [400, 414, 500])
def test_a_crash_that_another_status_would_spare_is_undecided(consumer: pytest.Pytester, status: int) -> None:
    guard = f"if response.status_code == {status}: raise Refused(response.status_code, response.json()['code'])"
    result = run(consumer, STATUS_OPEN % guard)
    assert "failed" not in result.parseoutcomes()
    result.stdout.fnmatch_lines(["[?] undecided in 1 case: KeyError at *but the page leaves the status open*"])


STATUS_REPEATED = """
import pytest, requests

class Refused(Exception):
    pass

def call(base_url):
    response = requests.post(base_url + "/nodes", json={}, timeout=5)
    body = response.json()
    if %s:
        raise Refused(int(body["code"]))
    return body["nodes"]

@pytest.mark.errpact("synapse", codes=["synapse:main:100"])
def test_it(errpact_case):
    errpact_case.check(call, success={"error_code": "0", "http_code": "200", "nodes": [1]})
"""


@pytest.mark.parametrize("refused", ["response.status_code >= 400", "body['http_code'] != '200'"])
def test_a_status_that_the_body_repeats_is_open_too(consumer: pytest.Pytester, refused: str) -> None:
    result = run(consumer, STATUS_REPEATED % refused)
    assert result.parseoutcomes()["failed"]
    result.stdout.fnmatch_lines(["survive: KeyError at * raised it, whatever the HTTP status"])


def test_a_body_that_says_another_status_may_be_taken(consumer: pytest.Pytester) -> None:
    client = STATUS_REPEATED.replace(
        "return body", "if body['http_code'] == '500': raise Refused(body)\n    return body"
    )
    result = run(consumer, client % "response.status_code == 400")
    assert "failed" not in result.parseoutcomes()
    result.stdout.fnmatch_lines(["[?] undecided in 1 case: KeyError at *but the page leaves the status open*"])


FETCHES = """
import pytest, requests

class Refused(Exception):
    pass

def call(base_url):
    token = requests.post(base_url + "/v0/%s", timeout=5).json()["%s"]
    response = requests.post(base_url + "/v0/accounts", headers={"Authorization": token}, timeout=5)
    if response.status_code != 200:
        raise Refused(response.json()["error_code"])
    return response.json()["accounts"]

@pytest.mark.errpact("flanks", codes=[50003]%s)
def test_it(errpact_case):
    errpact_case.check(call)
"""


@pytest.mark.parametrize(("path", "name"), [("token", "value"), ("start", "access_token")])
def test_a_token_that_got_the_case_is_told(consumer: pytest.Pytester, path: str, name: str) -> None:
    result = run(consumer, FETCHES % (path, name, ""))
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["survive: KeyError at *", f'*say its reply: routes={{"POST /v0/{path}": {{…}}}},'])


def test_who_looks_for_something_else_gets_no_such_hint(consumer: pytest.Pytester) -> None:
    result = run(consumer, FETCHES % ("start", "id", ""))
    result.assert_outcomes(failed=1)
    result.stdout.no_fnmatch_line("hint *")


def test_a_route_for_the_token_mends_it(consumer: pytest.Pytester) -> None:
    more = ', routes={"POST /v0/token": {"access_token": "x"}}, success={"accounts": []}'
    result = run(consumer, FETCHES % ("token", "access_token", more))
    result.assert_outcomes(passed=1)
