"""Which files can matter, from their bytes alone: hosts, SDK modules, `errpact:` comments, configured names.

A superset is fine, it only costs time; a miss would cost a finding, so every trigger is taken from the same facts that
the analysis binds by. Nothing heavy is imported here: most runs end after this stage.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from .. import contracts
from ..contracts.plain import value

if TYPE_CHECKING:
    from ..contracts import Contract
    from ..contracts.settings import Settings

HTTP: Final = (
    rb"\b(?:requests|httpx|aiohttp|urllib3?|http\.client|httplib2|pycurl|niquests|curl_cffi|treq|hyper|httpcore"
    rb"|grequests|uplink|tornado|twisted|webhooks?|celery)\b"
)
COMMENT: Final = b"errpact:"
_SHIPPED: Final = re.compile(r"""\b(host|module)\s*=\s*(?:"([^"\\]*)"|'([^']*)')""")


@value
class Triggers:
    """What makes a file's bytes relevant. needles: plain substrings of which one must occur before `exact` is tried."""

    needles: tuple[bytes, ...]
    exact: re.Pattern[bytes]

    def hit(self, data: bytes) -> bool:
        """Whether a file can hold a provider call of its own."""
        return any(needle in data for needle in self.needles) and self.exact.search(data) is not None


def triggers(settings: Settings, own: Iterable[Contract] = ()) -> Triggers:
    """The triggers of the shipped contracts, a user's own ones and the configured names."""
    hosts, modules = shipped()
    for contract in own:
        hosts |= {h.host for h in contract.hosts}
        modules |= {s.module for s in contract.sdks}
    names = {n.rpartition(".")[2] for c in settings.clients for n in (*c.functions, *c.exceptions, *c.webhooks)}
    return compile_triggers(hosts, modules, names)


def shipped() -> tuple[set[str], set[str]]:
    """Hosts and SDK modules of the shipped contracts, by a scan of the text: reading five whole contracts would cost
    more than everything else. A test holds the scan against the loader."""
    hosts: set[str] = set()
    modules: set[str] = set()
    folder = os.path.join(os.path.dirname(contracts.__file__), "providers")
    for name in os.listdir(folder):
        if name.endswith(".toml"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                for kind, double, single in _SHIPPED.findall(file.read()):
                    (hosts if kind == "host" else modules).add(double or single)
    return hosts, modules


@functools.cache
def _http() -> re.Pattern[bytes]:
    return re.compile(HTTP)


def speaks_http(data: bytes) -> bool:
    """Whether a file has a trace of HTTP; in bound paths every HTTP call counts whose host isn't another's."""
    return _http().search(data) is not None


def compile_triggers(hosts: Iterable[str], modules: Iterable[str], names: Iterable[str]) -> Triggers:
    """Triggers from hosts (`*.` in front stands for any subdomain), import names and other words."""
    plain = sorted(h.removeprefix("*.").split("/")[0].encode() for h in hosts)
    imports = sorted(m.encode() for m in modules)
    words = sorted(n.encode() for n in names)
    marks = [re.escape(h) for h in plain]
    # `from flanks import …`, `import os, flanks`, and import_module("flanks")
    marks += [rb"(?:\bfrom\s+|\bimport\s[^\n#]*?\b|import_module\(\s*[\"'])" + re.escape(m) + rb"\b" for m in imports]
    marks += [rb"\b" + re.escape(w) + rb"\b" for w in words]
    marks.append(rb"#\s*errpact:\s*provider")
    return Triggers(_minimal([*plain, *imports, *words, COMMENT]), re.compile(b"|".join(marks)))


def _minimal(needles: Sequence[bytes]) -> tuple[bytes, ...]:
    """The needles of which none contains another: the fewest searches that find the same files."""
    unique = sorted(set(needles), key=lambda n: (len(n), n))
    kept: list[bytes] = []
    for needle in unique:
        if needle and not any(k in needle for k in kept):
            kept.append(needle)
    return tuple(kept)
