"""A retry policy that can't take effect.

It looks as if the call were retried, and it isn't: the adapter is never mounted or mounted for another URL, the HTTP
method isn't among those that the policy retries (urllib3 leaves POST out), an argument is misspelt and swallowed by
`**kwargs`, or the exception class that is waited for is never raised. The mistake shows on the day it is needed.

Bad:

    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util import Retry


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body
            self.code = body.get("error_code")


    class Client:
        def __init__(self):
            self.session = requests.Session()
            policy = Retry(total=2, status_forcelist=[500], backoff_factor=2)
            self.session.mount("https://api.flanks.io", HTTPAdapter(max_retries=policy))

        def accounts(self, token):
            response = self.session.post(
                "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
            )
            body = response.json()
            if response.status_code != 200:
                raise FlanksError(response.status_code, body)
            return body["accounts"]

Good:

    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util import Retry


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body
            self.code = body.get("error_code")


    class Client:
        def __init__(self):
            self.session = requests.Session()
            policy = Retry(
                total=2, status_forcelist=[500], allowed_methods={"POST"}, backoff_factor=2, raise_on_status=False
            )
            self.session.mount("https://api.flanks.io", HTTPAdapter(max_retries=policy))

        def accounts(self, token):
            response = self.session.post(
                "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
            )
            body = response.json()
            if response.status_code != 200:
                raise FlanksError(response.status_code, body)
            return body["accounts"]

Known misses:

Adapters and policies that are built by code outside the project; sessions whose URL can't be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from ..options import misspelt, never_mounted
from . import Rule

RULE: Final = Rule(
    code="EP104",
    name="dead-retry",
    severity=Severity.ERROR,
    summary="a retry policy that can't take effect",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """Policies whose method is never sent, adapters that nothing mounts, arguments that no such policy has."""
    for site, (method, domain) in sorted(judged.facts.dead.items(), key=lambda item: item[0]):
        if site not in judged.facts.live and domain is not None:
            yield Draft(
                site,
                domain,
                0,
                f"this retry policy never takes effect: it doesn't retry {method}, and nothing else goes through it",
                f'name the method: allowed_methods={{"{method}"}}',
                names=(method,),
            )
    for site, (classes, domain, mask) in sorted(judged.facts.passed.items(), key=lambda item: item[0]):
        if site not in judged.facts.live and not domain.errors & ~mask:
            words = " or ".join(name.rpartition(".")[2] for name in classes)
            yield Draft(
                site,
                domain,
                0,
                f"this retry policy never takes effect: each error that it protects from leaves as something else"
                f" than {words}, which only raise_for_status() raises",
                "name the exceptions that are raised, or call raise_for_status()",
                names=classes,
            )
    for site, domain in never_mounted(judged):
        yield Draft(
            site, domain, 0, "this adapter's retries never run: no session mounts it", "mount it on the session"
        )
    for site, domain, name, near in misspelt(judged):
        yield Draft(
            site,
            domain,
            0,
            f"no retry policy of this kind takes {name!r}, so it has no effect",
            f"write {near}",
            names=(name,),
        )
