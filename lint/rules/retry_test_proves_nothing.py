"""A test that asserts retries through a mock which never runs them.

A mock that replaces the layer which retries proves that the mock was called. requests-mock and `MockTransport` stand
where urllib3's `Retry` or a retrying transport would run; with `asyncio.sleep` replaced by a plain `AsyncMock` no
waiting is ever measured. Test against a real socket: the plugin's `errpact_case` does, on a virtual clock.

Bad:

    import requests
    import requests_mock
    from requests.adapters import HTTPAdapter
    from urllib3.util import Retry

    URL = "https://api.flanks.io/v0/bank/account"


    def make_session():
        session = requests.Session()
        policy = Retry(total=2, status_forcelist=[500], allowed_methods={"POST"}, raise_on_status=False)
        session.mount("https://api.flanks.io", HTTPAdapter(max_retries=policy))
        return session


    def test_a_server_error_is_retried():
        with requests_mock.Mocker() as mock:
            mock.post(URL, [{"status_code": 500, "json": {"error": "down"}}, {"status_code": 200, "json": {}}])
            response = make_session().post(URL, json={}, timeout=30)
            assert response.status_code == 500
            assert mock.call_count == 1

Good:

    import pytest
    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util import Retry


    def make_session():
        session = requests.Session()
        policy = Retry(total=2, status_forcelist=[500], allowed_methods={"POST"}, raise_on_status=False)
        session.mount("https://api.flanks.io", HTTPAdapter(max_retries=policy))
        session.mount("http://127.0.0.1", HTTPAdapter(max_retries=policy))
        return session


    @pytest.mark.errpact("flanks")
    def test_every_documented_case(errpact_case):
        def call(base_url):
            response = make_session().post(f"{base_url}/v0/bank/account", json={}, timeout=30)
            if response.status_code != 200:
                raise RuntimeError(response.status_code, response.json())
            return response.json()["accounts"]

        errpact_case.check(call, success={"accounts": []})

Known misses:

Mocks that are installed by a fixture outside the project.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from ..mocks import idle_mocks
from . import Rule

RULE: Final = Rule(
    code="EP401",
    name="retry-test-proves-nothing",
    severity=Severity.ERROR,
    summary="a test that asserts retries through a mock which never runs them",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per test that asserts on a mock in whose presence no retry runs."""
    for site, domain, why in idle_mocks(judged):
        yield Draft(site, domain, 0, why, "test against a real socket, as the fixture errpact_case does")
