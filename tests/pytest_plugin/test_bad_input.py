"""What a user gets wrong: one clear message, in the right phase, with pytest's exit codes."""

from __future__ import annotations

import pytest

from errpact.pytest_plugin.scripts import pattern_fault

from .conftest import TOML

ITEM = """
import pytest, requests
from client import SUCCESS, agood, good

@pytest.mark.errpact("flanks", codes=[50002])
def test_it(errpact_case):
    {body}
"""


def run(consumer: pytest.Pytester, source: str, *args: str) -> pytest.RunResult:
    consumer.makepyfile(test_contract=source)
    return consumer.runpytest("-p", "no:asyncio", *args)


@pytest.mark.parametrize(
    ("marker", "message"),
    [
        ('"flansk"', "*unknown provider 'flansk'; did you mean flanks?*"),
        ("7", "*provider must be a name*not 7*"),
        ("", "*name one provider, as in @pytest.mark.errpact(*"),
        ('"flanks", codes=["2003"]', "*no case, code or advice is called '2003'; did you mean 20003*"),
        ('"flanks", surfaces="main"', "*unknown argument 'surfaces'; did you mean surface?*"),
        ('"flanks", method="FETCH"', "*method: 'FETCH' is unknown* (known: GET, *"),
        ('"flanks", method=7', '*method must be a name such as "POST", not 7*'),
        ('"flanks", surface="mian"', "*surface: 'mian' is unknown; did you mean main?*"),
        ('"flanks", kinds=["eror"]', "*kinds: 'eror' is unknown; did you mean error?*"),
        ('"flanks", kinds=["partial"]', "*no documented case of flanks fits this marker*"),
    ],
)
def test_a_wrong_marker_is_one_message_at_collection(consumer: pytest.Pytester, marker: str, message: str) -> None:
    result = run(consumer, ITEM.format(body="pass").replace('"flanks", codes=[50002]', marker))
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines([message])
    assert "Traceback" not in result.stdout.str()
    assert "pytest_plugin/" not in result.stdout.str()


def test_the_same_case_twice(consumer: pytest.Pytester) -> None:
    twice = '@pytest.mark.errpact("flanks")\n@pytest.mark.errpact("flanks", codes=[50002])'
    result = run(consumer, ITEM.format(body="pass").replace('@pytest.mark.errpact("flanks", codes=[50002])', twice))
    result.stdout.fnmatch_lines(["*two errpact markers of this test ask for the same case*"])


def test_a_marker_without_the_fixture(consumer: pytest.Pytester) -> None:
    result = run(consumer, ITEM.format(body="pass").replace("test_it(errpact_case)", "test_it()"))
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*take `errpact_case` as an argument of the test*"])


def test_the_fixture_without_a_marker(consumer: pytest.Pytester) -> None:
    result = run(consumer, "def test_it(errpact_case):\n    pass\n")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(['*errpact_case needs the marker: @pytest.mark.errpact("khipu")*'])


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("errpact_case.check(lambda: 1)", "*call must take the base URL as its one argument*"),
        ("errpact_case.check(7)", "*call must be a function of the base URL, not int*"),
        ("errpact_case.check(lambda url: 1)", "*call never asked the server at the base URL (it returned normally)*"),
        (
            "errpact_case.check(lambda url: requests.get('https://api.flanks.io/x', timeout=5))",
            "*call asked api.flanks.io:443 and never the base URL*",
        ),
        ("errpact_case.check(good, routes=['GET /x'])", "routes: must be a dict, not list; write requests with *"),
        ("errpact_case.check(good, routes={'token': {}})", "*routes: 'token' is no request; write it as*"),
        (
            "errpact_case.check(good, routes={'PSOT /v0': {}})",
            "*'PSOT /v0' is no request: 'PSOT' is no method; did you*",
        ),
        ("errpact_case.check(good, routes={'* /v0': {}})", "*'[*] /v0' is no request: '[*]' is no method;*"),
        ("errpact_case.check(good, routes={'POST  /v0': {}})", "*'POST  /v0' is no request: 'POST ' is no method*"),
        ("errpact_case.check(good, routes={'POST v0/x': {}})", "*'POST v0/x' is no request: a path begins with /*"),
        ("errpact_case.check(good, target='GET http://x/y')", "*'GET http://x/y' is no request: a path begins with /*"),
        ("errpact_case.check(good, target='GET')", "*target: 'GET' is no request; write it as \"METHOD /path\"*"),
        ("errpact_case.check(good, target=7)", "*target: 7 is no request; write it as*"),
        (
            "errpact_case.check(good, success=SUCCESS, target='GET /y')",
            "*no request was GET /y; the client asked POST /v0/accounts",
        ),
        (
            "errpact_case.check(good, target=lambda request: request.method == 'PUT')",
            "*no request was what target asks for; the client asked POST /v0/accounts and raised KeyError",
        ),
        (
            "errpact_case.check(good, routes={'POST /v0/*': {}}, target='POST /v0/accounts')",
            "*routes answer each request that was POST /v0/accounts; leave it to the target*",
        ),
    ],
)
def test_a_wrong_call_is_one_message(consumer: pytest.Pytester, body: str, message: str) -> None:
    result = run(consumer, ITEM.format(body=body))
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([message])
    assert "pytest_plugin/" not in result.stdout.str()


UNASKED = """
import aiohttp, httpx, pytest, requests
from client import ClientError, SUCCESS

KEPT = []

def judged(response):
    if response.status_code != 200:
        raise ClientError(response.status_code, response.json())
    return response.json()["accounts"]

def lazy(base_url):
    yield from judged(requests.post(base_url + "/v0/accounts", json={{}}, timeout=5))

async def alazy(base_url):
    async with httpx.AsyncClient() as client:
        yield judged(await client.post(base_url + "/v0/accounts", json={{}}))

async def other_loop(base_url):
    if not KEPT:
        KEPT.append(aiohttp.ClientSession())
    async with KEPT[0].post(base_url + "/v0/accounts", json={{}}) as response:
        body = await response.json()
    if response.status != 200:
        raise ClientError(response.status, body)
    return body["accounts"]

def breaker(base_url):
    if len(KEPT) > 2:
        raise ConnectionError("open")
    try:
        return judged(requests.post(base_url + "/v0/accounts", json={{}}, timeout=5))
    except ClientError:
        KEPT.append(base_url)
        raise

def cache(base_url):
    if not KEPT:
        KEPT.append(judged(requests.post(base_url + "/v0/accounts", json={{}}, timeout=5)))
    return KEPT[0]

@pytest.mark.errpact("flanks", codes=[50002, 50003], success=SUCCESS)
def test_it(errpact_case):
    errpact_case.check({client})
"""


@pytest.mark.parametrize(
    ("client", "message"),
    [
        ("lazy", "call returned generator *iterate over it: `lambda base_url: list(client(base_url))`"),
        ("alazy", "call returned async_generator *iterate over it: *"),
        ("lambda url: map(requests.post, [url])", "call returned map *iterate over it: *"),
        ("other_loop", "*(it raised RuntimeError at test_contract.py:*)*: make the session inside the call"),
        ("breaker", "*(it raised ConnectionError at test_contract.py:*), though an earlier call did: *"),
        ("cache", "*(it returned normally), though an earlier call did: *"),
    ],
)
def test_why_a_call_asked_nothing(consumer: pytest.Pytester, client: str, message: str) -> None:
    result = consumer.runpytest_subprocess(consumer.makepyfile(test_contract=UNASKED.format(client=client)))
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines([message] * 2)
    assert "Traceback" not in result.stdout.str()


def test_an_error_before_the_first_request_is_shown(consumer: pytest.Pytester) -> None:
    body = "errpact_case.check(lambda url: {}['base_url'])"
    result = run(consumer, ITEM.format(body=body))
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*it raised KeyError: 'base_url'*", "*test_contract.py*"])


def test_a_call_that_hangs_is_stopped_and_named(consumer: pytest.Pytester) -> None:
    consumer.makepyfile(held="import time\nWAYS = {'pause': time.sleep}\n")
    body = "errpact_case.check(lambda url: (requests.get(url, timeout=5), WAYS['pause'](60)))"
    result = run(consumer, "from held import WAYS\n" + ITEM.format(body=body), "--errpact-timeout=1")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["*flanks:main:50002: the call did not end within 1 s of real time (1 request)*sleep is held by a dict*"]
    )


HANGING = """
import asyncio, json, os

def busy(url):
    requests.get(url, timeout=5)
    word = "secret"
    while word: json.dumps(word)  # BUSY

def reads(url):
    requests.get(url, timeout=5)
    os.read(os.pipe()[0], 1)  # READS

async def awaits(url):
    import httpx
    async with httpx.AsyncClient() as client:
        await client.post(url, json={})
    await inner("secret")

async def inner(word):
    await asyncio.Event().wait()  # AWAITS
"""


def test_what_could_not_be_judged_is_counted(consumer: pytest.Pytester) -> None:
    source = """
    import pytest
    from client import SUCCESS, good

    @pytest.mark.errpact("flanks", codes=[50002, 50003], success=SUCCESS)
    def test_it(errpact_case):
        errpact_case.check(good if "50002" in errpact_case.id else lambda url: 1)
    """
    result = run(consumer, source)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["flanks: 1 of 13 *, 0 cases broken, 1 test failed before a verdict"])


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "cannot be read: No such file*"), ("no", "is not JSON*"), ("{}", "is no failure of errpact*")],
)
def test_a_failure_file_that_is_none_is_a_usage_error(
    consumer: pytest.Pytester, content: str | None, message: str
) -> None:
    if content is not None:
        (consumer.path / "f.json").write_text(content)
    result = run(consumer, ITEM.format(body="pass"), "--errpact-replay=f.json")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: --errpact-replay: f.json: {message}"])


@pytest.mark.parametrize(
    ("body", "mark", "name"),
    [
        ("errpact_case.check(busy)", "# BUSY", "busy"),
        ("errpact_case.check(reads)", "# READS", "reads"),
        ("errpact_case.check(awaits)", "# AWAITS", "inner"),
        ("asyncio.run(errpact_case.acheck(awaits))", "# AWAITS", "inner"),
    ],
)
def test_where_a_call_hangs_is_told(consumer: pytest.Pytester, body: str, mark: str, name: str) -> None:
    source = ITEM.format(body=body) + HANGING
    result = run(consumer, source, "--errpact-timeout=1")
    result.assert_outcomes(failed=1)
    line = next(n for n, text in enumerate(source.strip().splitlines(), 1) if mark in text)
    result.stdout.fnmatch_lines(
        [f"*did not end within 1 s of real time*; it was at test_contract.py:{line} in {name}*"]
    )
    result.stdout.no_fnmatch_line("*secret*")


@pytest.mark.parametrize("body", ["errpact_case.check(reads)", "asyncio.run(errpact_case.acheck(awaits))"])
def test_a_call_that_hangs_where_another_did_is_given_up_sooner(consumer: pytest.Pytester, body: str) -> None:
    source = ITEM.format(body=body).replace("codes=[50002]", "codes=[50002, 40001]") + HANGING
    result = run(consumer, source, "--errpact-timeout=3", "-vv")
    result.assert_outcomes(failed=3)
    text = result.stdout.str()
    assert text.count("did not end within 3 s of real time (1 request); it was at test_contract.py:") == 2
    # Once where it failed, and once in the summary.
    assert text.count(", where an earlier call was for 3 s") == 4


def test_a_slow_call_has_its_time_where_none_hung_before(consumer: pytest.Pytester) -> None:
    source = (
        ITEM.format(body="errpact_case.check(slow)").replace("codes=[50002]", "codes=[50002, 40001]")
        + """
import os, threading
from errpact.pytest_plugin.clock import REAL

seen = []

def slow(url):
    seen.append(url)
    reply = requests.get(url, timeout=5)
    if len(seen) == 1:
        os.read(os.pipe()[0], 1)
    if len(seen) == 2:
        REAL.sleep(1.5)
    raise LookupError(reply)
"""
    )
    run(consumer, source, "--errpact-timeout=3").assert_outcomes(failed=1, passed=2)


def test_a_busy_loop_without_waits_is_stopped(consumer: pytest.Pytester) -> None:
    source = (
        "\ndef forever(url):\n"
        "    while True:\n"
        "        try:\n"
        "            requests.get(url, timeout=5)\n"
        "        except Exception:\n"
        "            pass\n"
    )
    consumer.makepyfile(test_contract=ITEM.format(body="errpact_case.check(forever, success=SUCCESS)") + source)
    # In a process of its own: what it is stopped in the middle of may well complain.
    result = consumer.runpytest_subprocess("-p", "no:asyncio")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["attempts: the client does not give up: stopped after 200 requests"])


def test_an_async_client_that_is_closed_twice(consumer: pytest.Pytester) -> None:
    source = ITEM.format(body="errpact_case.check(twice, success=SUCCESS)") + (
        "\nasync def twice(url):\n"
        "    import aiohttp\n"
        "    session = aiohttp.ClientSession()\n"
        "    async with session.post(url, json={}) as response:\n"
        "        body, status = await response.json(), response.status\n"
        "    await session.close()\n"
        "    await session.close()\n"
        "    if status != 200:\n"
        "        raise LookupError(body['error_code'])\n"
        "    return body\n"
    )
    run(consumer, source).assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("good, success={1, 2}", "success: a reply's body is JSON, bytes or None: *set is not JSON*"),
        ("good, success=lambda request: {1, 2}", "a reply's body is JSON, bytes or None: *set is not JSON*"),
        ("good, routes={'POST /token': {1, 2}}", "routes, 'POST /token': a reply's body is JSON,*"),
    ],
)
def test_a_reply_that_cannot_be_sent(consumer: pytest.Pytester, body: str, said: str) -> None:
    result = run(consumer, ITEM.format(body=f"errpact_case.check({body})"))
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([said])
    assert "Traceback" not in result.stdout.str()


def test_a_command_that_exits_has_raised(consumer: pytest.Pytester) -> None:
    source = ITEM.format(body="errpact_case.check(command, success=SUCCESS)") + (
        "\ndef command(url):\n"
        "    response = requests.post(url, json={})\n"
        "    if response.status_code != 200:\n"
        "        raise SystemExit(response.json()['error_code'])\n"
    )
    run(consumer, source).assert_outcomes(passed=1)


NOT_TAKEN = """
import pytest, requests
from client import SUCCESS, good

def renewing(url):
    token = requests.post(f"{url}/v0/token", json={}, timeout=5).json()["access_token"]
    return good(url)

def of_another_status(url):
    response = requests.post(f"{url}/v0/accounts", json={}, timeout=5)
    if response.status_code != 201:
        raise LookupError("no")
    return response.json()

def first(url):
    body = requests.post(f"{url}/v0/accounts", json={}, timeout=5).json()
    if "error" in body:
        raise LookupError(body)
    return body["accounts"][0]

def waits(url):
    while True:
        response = requests.get(f"{url}/v0/state", timeout=5)
        if response.status_code != 200:
            raise LookupError(response.json())
        if response.json().get("state") == "ready":
            return True
"""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            "good, success={}",
            "raised KeyError at client.py:* (it looked for 'accounts') *sent to POST /v0/accounts (status 200), so*",
        ),
        ("renewing, success=SUCCESS", "*it looked for 'access_token'*sent to POST /v0/token (status 200)*routes=*"),
        ("of_another_status, success=SUCCESS", "raised LookupError at test_contract.py:* after *errpact.Reply(201*"),
        ("first, success={'accounts': []}", "raised IndexError at test_contract.py:* (list index out of range) after*"),
    ],
)
def test_a_success_that_the_client_does_not_take_fails_once(consumer: pytest.Pytester, given: str, said: str) -> None:
    source = f"""{NOT_TAKEN}
@pytest.mark.errpact("flanks", codes=[50002, 40001, 50003])
def test_it(errpact_case):
    errpact_case.check({given})
"""
    result = run(consumer, source, "-rs")
    result.assert_outcomes(failed=1, skipped=3)
    result.stdout.fnmatch_lines(["the `success` of check(): the client " + said])
    result.stdout.fnmatch_lines(["*does not take your success reply for one: *[[]flanks:main:400/40001[]] says more"])
    assert "Traceback" not in result.stdout.str()


def test_a_value_that_the_client_looked_up_elsewhere_is_not_shown(consumer: pytest.Pytester) -> None:
    source = f"""{NOT_TAKEN}
def holder(url):
    body = requests.post(f"{{url}}/v0/accounts", json={{}}, timeout=5).json()
    if "error" in body:
        raise LookupError(body)
    return {{}}[body["holder"]["iban"]]

@pytest.mark.errpact("flanks", codes=[50002])
def test_it(errpact_case):
    errpact_case.check(holder, success={{"holder": {{"iban": "ES" + "9121000418450200051332"}}}})
"""
    result = run(consumer, source)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["the `success` of check(): the client raised KeyError at test_contract.py:* after *"])
    assert "ES9121000418450200051332" not in result.stdout.str()


def test_an_item_that_is_run_again_fails_again(consumer: pytest.Pytester) -> None:
    source = ITEM.format(body="for _ in range(2):\n        with pytest.raises(pytest.fail.Exception):\n") + (
        "            errpact_case.check(good, success={})\n"
    )
    run(consumer, source).assert_outcomes(passed=1)


def test_an_expected_failure_tells_nobody_of_a_wrong_success(consumer: pytest.Pytester) -> None:
    source = """
    import pytest
    from client import good

    @pytest.mark.xfail
    @pytest.mark.errpact("flanks", codes=[50002, 40001])
    def test_it(errpact_case):
        errpact_case.check(good, success={})
    """
    run(consumer, source).assert_outcomes(xfailed=3)


@pytest.mark.parametrize("where", ["marker", "configuration"])
def test_where_a_wrong_success_stands_is_told(consumer: pytest.Pytester, where: str) -> None:
    source = ITEM.format(body="errpact_case.check(good)")
    if where == "marker":
        source = source.replace("codes=[50002]", "codes=[50002], success={}")
    else:
        consumer.makepyprojecttoml(TOML + "[tool.errpact.pytest]\nsuccess.flanks = {}\n")
    result = run(consumer, source)
    result.assert_outcomes(failed=1)
    named = "the `success` of the marker" if where == "marker" else "[[]tool.errpact.pytest[]] success.flanks"
    result.stdout.fnmatch_lines([f"{named}: the client raised KeyError *"])


def test_what_is_broken_whatever_the_success_is_told_first(consumer: pytest.Pytester) -> None:
    source = ITEM.format(body="errpact_case.check(stubborn, success={})") + (
        "\ndef stubborn(url):\n    for _ in range(3):\n        reply = requests.get(url)\n"
        "        if reply.ok:\n            return reply.json()['accounts']\n    raise LookupError(reply)\n"
    )
    result = run(consumer, source)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["no-retry: *", "besides, the `success` of check(): the client raised KeyError*"])


def test_a_client_that_waits_for_ever_on_its_success(consumer: pytest.Pytester) -> None:
    source = NOT_TAKEN + (
        "\n@pytest.mark.errpact('flanks', codes=[50002])\n"
        "def test_it(errpact_case):\n    errpact_case.check(waits, success=SUCCESS)\n"
    )
    result = run(consumer, source)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*the `success` of check(): the client did not end (200 requests) after *"])


def test_a_command_that_ends_well_has_taken_its_success(consumer: pytest.Pytester) -> None:
    source = ITEM.format(body="errpact_case.check(command, success=SUCCESS)") + (
        "\ndef command(url):\n"
        "    response = requests.post(url, json={})\n"
        "    raise SystemExit(response.json().get('error_code', 0))\n"
    )
    run(consumer, source).assert_outcomes(passed=1)


def test_a_script_of_ones_own_that_fails(consumer: pytest.Pytester) -> None:
    body = "errpact_case.check(good, success=lambda request: request.nothing)"
    result = run(consumer, ITEM.format(body=body))
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*AttributeError: 'Request' object has no attribute 'nothing'*"])


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('[tool.errpact]\ncontracts = ["own.toml"]\n', "*own.toml*format*must be 1*"),
        ('[tool.errpact]\ncontracts = ["missing/*.toml"]\n', "*matches no file*"),
        ("[tool.errpact.pytest]\nmax-exampels = 3\n", "*unknown key*did you mean max-examples*"),
        ("[tool.errpact.pytest]\nfail-under = 300\n", "*fail-under: must be a percentage, not 300; write a number*"),
        ("[tool.errpact.pytest]\nfail-under = '80'\n", "*fail-under: must be a percentage, not '80'*"),
        (
            '[[tool.errpact.accept]]\ncase = "flanks:main:50009"\nobligation = "wait"\nwhy = "so"\n',
            "*flanks has no case 'flanks:main:50009'; did you mean flanks:main:5000*",
        ),
        (
            '[[tool.errpact.accept]]\ncase = "flanks:off:html-520"\nobligation = "robust"\nwhy = "so"\n',
            "*accept[[]0].case: *no off-contract reply *html-520*; did you mean flanks:off:html-502*",
        ),
        (
            '[[tool.errpact.accept]]\ncase = "flanks:off:reset"\nobligation = "wait"\nwhy = "so"\n',
            "*accept[[]0].obligation: 'flanks:off:reset' has no obligation but robust; write obligation = *robust*",
        ),
    ],
)
def test_configuration_and_contracts_with_errors(consumer: pytest.Pytester, toml: str, message: str) -> None:
    (consumer.path / "own.toml").write_text('provider = "own"\n')
    consumer.makepyprojecttoml(TOML + toml)
    result = run(consumer, ITEM.format(body="errpact_case.check(good)"))
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines([message])
    assert "Traceback" not in result.stdout.str()


def test_a_success_that_is_no_json(consumer: pytest.Pytester) -> None:
    consumer.makepyprojecttoml(TOML + "[tool.errpact.pytest]\nsuccess.flanks = '{'\n")
    result = run(consumer, ITEM.format(body="errpact_case.check(good)"))
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*success.flanks is not JSON*write a table or a JSON text*"])


def test_a_success_of_an_unknown_provider(consumer: pytest.Pytester) -> None:
    consumer.makepyprojecttoml(TOML + "[tool.errpact.pytest]\nsuccess.flnks = {}\n")
    result = run(consumer, ITEM.format(body="errpact_case.check(good)"))
    result.stdout.fnmatch_lines(
        ["*pyproject.toml: tool.errpact.pytest.success.flnks: unknown provider 'flnks'; did you mean flanks?*"]
    )
    result.assert_outcomes(errors=1)


@pytest.mark.parametrize("pattern", ["/v0/token", "post /v0/token", "*/token", "QUERY /v0/token"])
def test_patterns_that_may_meet_a_request(pattern: str) -> None:
    assert pattern_fault(pattern) == ""


def test_errors_of_configuration_under_the_early_clock(consumer: pytest.Pytester) -> None:
    consumer.makepyprojecttoml("[tool.errpact.pytest]\nearly-clock = 3\n")
    result = consumer.runpytest_subprocess("-p", "no:asyncio")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*early-clock*must be true or false*"])


def test_a_case_that_is_never_checked_fails(consumer: pytest.Pytester) -> None:
    source = """
    import pytest
    from client import SUCCESS, agood, good

    pytestmark = pytest.mark.errpact("flanks", codes=[50002])

    def test_forgets(errpact_case):
        good

    @pytest.mark.filterwarnings("ignore:coroutine")
    def test_does_not_await(errpact_case):
        errpact_case.acheck(agood, success=SUCCESS)
    """
    result = run(consumer, source)
    result.assert_outcomes(failed=2)
    said = "errpact_case was never checked: call errpact_case.check(...), or await errpact_case.acheck(...)"
    result.stdout.fnmatch_lines(["*test_forgets*", said, "*test_does_not_await*", said])
    assert "pytest_plugin/" not in result.stdout.str()


def test_an_unchecked_case_of_a_test_with_an_end_of_its_own(consumer: pytest.Pytester) -> None:
    source = """
    import pytest
    from client import SUCCESS, good, naive

    pytestmark = pytest.mark.errpact("flanks", codes=[50002])

    def test_skips(errpact_case):
        pytest.skip("not today")

    def test_fails(errpact_case):
        assert errpact_case.id == "mine"

    def test_is_expected_to_fail(errpact_case):
        pytest.xfail("known")

    @pytest.mark.xfail
    def test_should_have_failed(errpact_case):
        pass

    @pytest.fixture
    def record(errpact_case):
        return errpact_case.check(good, success=SUCCESS)

    def test_is_checked_in_a_fixture(record):
        assert record.case == "flanks:main:50002"

    def test_expects_what_is_broken(errpact_case):
        with pytest.raises(pytest.fail.Exception, match="recognise"):
            errpact_case.check(naive, success=SUCCESS)
    """
    result = run(consumer, source)
    result.assert_outcomes(skipped=1, failed=1, xfailed=1, xpassed=1, passed=2)
    result.stdout.no_fnmatch_line("*never checked*")


@pytest.mark.parametrize("place", ["marker", "configuration"])
@pytest.mark.parametrize(
    ("target", "message"),
    [("GET", "*target: 'GET' is no request; write it as*"), ("GET /y", "*no request was GET /y; the client asked *")],
)
def test_a_target_that_is_never_met(consumer: pytest.Pytester, place: str, target: str, message: str) -> None:
    item = ITEM.format(body="errpact_case.check(good)")
    if place == "marker":
        item = item.replace("codes=[50002]", f'codes=[50002], target="{target}"')
    else:
        consumer.makepyprojecttoml(TOML + f'[tool.errpact.pytest]\ntarget = "{target}"\n')
    result = run(consumer, item)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([message])
    result.stdout.no_fnmatch_line("*recognise*broken*")


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("--errpact-json=.", "'.' is a folder; name a file in it"),
        ("--errpact-json=client.py/verdicts.json", "'client.py/verdicts.json' cannot be written: "),
        ("--errpact-timeout=-1", "'-1' is not a time in seconds"),
        ("--errpact-timeout=nan", "'nan' is not a time in seconds"),
        ("--errpact-max-examples=0", "'0' is not a number of examples"),
        ("--errpact-max-examples=-5", "'-5' is not a number of examples"),
        ("--errpact-fail-under=200", "'200' is not a percentage"),
    ],
)
def test_an_option_that_cannot_be_is_a_wrong_use(consumer: pytest.Pytester, option: str, told: str) -> None:
    result = consumer.runpytest_subprocess("-p", "no:asyncio", option)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    said = result.stderr.str()
    assert told in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('errpact_max_examples = "some"', "errpact_max_examples: 'some' is not a number of examples"),
        ("errpact_max_examples = 0", "errpact_max_examples: '0' is not a number of examples"),
        ('errpact_timeout = "soon"', "errpact_timeout: 'soon' is not a time in seconds"),
        ("errpact_timeout = -1", "errpact_timeout: '-1' is not a time in seconds"),
        ('errpact_share_tls = "perhaps"', "errpact_share_tls: invalid truth value 'perhaps'; write true or false"),
        ('errpact_early_clock = "perhaps"', "errpact_early_clock: invalid truth value 'perhaps'; write true or false"),
    ],
)
def test_an_ini_value_that_cannot_be_is_a_wrong_use(consumer: pytest.Pytester, line: str, told: str) -> None:
    consumer.makepyprojecttoml(f"{TOML}{line}\n")
    result = consumer.runpytest_subprocess("-p", "no:asyncio")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    said = result.stderr.str()
    assert told in said
    assert "Traceback" not in said


def test_verdicts_that_cannot_be_written_are_told_in_the_end(consumer: pytest.Pytester) -> None:
    result = run(consumer, ITEM.format(body="errpact_case.check(good)"), "--errpact-json=/dev/full")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["FAIL: --errpact-json /dev/full: cannot be written: No space left on device*"])
    assert "Traceback" not in result.stdout.str()


def test_routes_of_a_marker_are_a_dict(consumer: pytest.Pytester) -> None:
    item = ITEM.format(body="errpact_case.check(good)").replace("codes=[50002]", 'codes=[50002], routes=["x"]')
    result = run(consumer, item)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["routes: must be a dict, not list; write requests with their replies: *"])
