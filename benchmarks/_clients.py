"""Writes provider clients for the benchmarks: `sprinkle(folder, count)`, the same ones every time.

Four layouts take turns: one module; a package of errors, transport, models and client; the same with a service that
calls it from another folder; one module with a test. How errors are told apart and how a request is tried again also
take turns, so that some clients are right and some are not. Each has the mapping code that surrounds such calls in
real clients: about two lines in three have nothing to do with errors.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Final

PROVIDERS: Final = {
    "flanks": ("https://api.flanks.io/v0", "body.get('error_code')", ("50001", "50002", "50003"), ("20003", "40001")),
    "khipu": (
        "https://api.khipu.com/v1", "(body.get('Error') or {}).get('Code')", ("'E101'", "'E150'"), ("'E201'", "'E401'"),
    ),
    "synapse": ("https://api.synapsefi.com/v3.1", "body.get('error_code')", ("'503'", "'500'"), ("'110'", "'400'")),
    "klavi": ("https://api.klavi.ai/data", "body.get('code')", ("500",), ("401", "403")),
}  # fmt: skip
ENTITIES: Final = ("account", "transaction", "holder", "loan", "card", "balance", "mandate", "position")

_ERRORS: Final = Template('''
class ${name}Error(Exception):
    """The bank refused or failed; ``code`` says which."""

    def __init__(self, status, code, body):
        super().__init__(f"refused with {status}/{code}")
        self.status = status
        self.code = code
        self.body = body


class ${name}Busy(${name}Error):
    """Worth another try."""


class ${name}Rejected(${name}Error):
    """Not worth another try."""


TRANSIENT = frozenset({$transient})
REJECTED = frozenset({$rejected})
''')

_MODEL: Final = Template('''
@dataclass
class ${entity}:
    """One $lower as the rest of the program sees it."""

    identifier: str
    label: str
    currency: str = "EUR"
    amount: Decimal = Decimal("0")
    booked: date | None = None
    tags: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, row):
        booked = row.get("bookedAt") or row.get("date")
        return cls(
            identifier=str(row["id"]),
            label=(row.get("label") or row.get("description") or "").strip(),
            currency=row.get("currency", "EUR").upper(),
            amount=Decimal(str(row.get("amount", "0"))).quantize(Decimal("0.01")),
            booked=date.fromisoformat(booked[:10]) if booked else None,
            tags=sorted({tag.lower() for tag in row.get("tags", []) if tag}),
            extra={key: str(value) for key, value in row.items() if key.startswith("x_")},
        )

    @property
    def negative(self):
        return self.amount < 0

    def as_row(self):
        return {
            "id": self.identifier,
            "label": self.label[:140],
            "amount": f"{self.amount:.2f} {self.currency}",
            "booked": self.booked.isoformat() if self.booked else "",
            "tags": ", ".join(self.tags),
        }
''')

_SEND: Final = Template('''
class ${name}Transport:
    """One session, one timeout, one way to tell an error."""

    def __init__(self, token, base_url="$url", timeout=30):
        self.base_url = base_url
        self.timeout = timeout
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def send(self, path, payload):
        response = self.session.post(self.base_url + path, json=payload, timeout=self.timeout)
        try:
            body = response.json()
        except ValueError:
            raise ${name}Error(response.status_code, None, response.text) from None
        code = $read
$dispatch
        return body

$retry
''')

_DISPATCHES: Final = (
    """
    if response.status_code >= 400 or code is not None:
        if code in TRANSIENT:
            raise ${name}Busy(response.status_code, code, body)
        if code in REJECTED:
            raise ${name}Rejected(response.status_code, code, body)
        raise ${name}Error(response.status_code, code, body)
    """,
    """
    if response.status_code != 200:
        kinds = {c: ${name}Busy for c in TRANSIENT} | {c: ${name}Rejected for c in REJECTED}
        raise kinds.get(code, ${name}Error)(response.status_code, code, body)
    """,
    """
    if code is not None:
        if code in TRANSIENT:
            raise ${name}Busy(response.status_code, code, body)
        raise RuntimeError("the bank said no")
    """,
)
_RETRIES: Final = (
    """
    def call(self, path, payload):
        delay = 5
        for attempt in range(1, 5):
            try:
                return self.send(path, payload)
            except ${name}Busy:
                if attempt == 4:
                    raise
                time.sleep(delay)
                delay *= 2
    """,
    """
    @tenacity.retry(
        retry=tenacity.retry_if_exception_type(${name}Busy),
        stop=tenacity.stop_after_attempt(4),
        wait=tenacity.wait_exponential(multiplier=3),
        reraise=True,
    )
    def call(self, path, payload):
        return self.send(path, payload)
    """,
    """
    def call(self, path, payload):
        for attempt in range(3):
            try:
                return self.send(path, payload)
            except ${name}Error:
                time.sleep(1)
        raise RuntimeError("gave up")
    """,
    """
    def call(self, path, payload):
        return self.send(path, payload)
    """,
)

_CLIENT_HEAD: Final = Template('''
class ${name}Client:
    """What the program asks the bank for."""

    def __init__(self, token, transport=None):
        self.transport = transport or ${name}Transport(token)
''')

_OPERATION: Final = Template('''
    def ${lower}s(self, holder, since=None, page_size=100):
        """All ${lower}s of a holder, newest first."""
        payload = {"holder": holder, "size": page_size}
        if since is not None:
            payload["since"] = since.isoformat()
        body = self.transport.call("/${lower}s", payload)
        found = [${entity}.of(row) for row in body.get("${lower}s", [])]
        return sorted(found, key=lambda item: (item.booked or date.min, item.identifier), reverse=True)

    def ${lower}_table(self, holder):
        rows = [item.as_row() for item in self.${lower}s(holder)]
        widths = {name: max([len(name), *(len(row[name]) for row in rows)]) for name in (rows[0] if rows else {})}
        lines = ["  ".join(row[name].ljust(width) for name, width in widths.items()) for row in rows]
        return "\\n".join(lines)
''')

_SERVICE: Final = Template('''
import logging

from $module import ${name}Client, ${name}Error

log = logging.getLogger(__name__)


def refresh(token, holders):
    """Fetch all ${lower}s of some holders; what fails is logged and told."""
    client = ${name}Client(token)
    done, failed = {}, {}
    for holder in holders:
        try:
            done[holder] = client.${lower}s(holder)
        except ${name}Error as error:
            log.warning("holder %s: %s", holder, error.code)
            failed[holder] = error
    return done, failed
''')

_TEST: Final = Template("""
from unittest import mock

from $module import ${entity}, ${name}Client


def test_${lower}s_are_sorted():
    transport = mock.Mock()
    transport.call.return_value = {"${lower}s": [{"id": 1, "amount": 2}, {"id": 2, "amount": "3.5"}]}
    found = ${name}Client("t", transport).${lower}s("h")
    assert [item.identifier for item in found] == ["2", "1"]
    assert found[0].amount == ${entity}.of({"id": 2, "amount": "3.5"}).amount
""")

_IMPORTS: Final = """
from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import requests
import tenacity
"""


@dataclass(frozen=True)
class _Choice:
    """Client number `number`: everything else follows."""

    number: int

    @property
    def words(self) -> dict[str, str]:
        provider = list(PROVIDERS)[self.number % len(PROVIDERS)]
        url, read, transient, rejected = PROVIDERS[provider]
        name = f"{provider.title()}{self.number:03}"
        entity = ENTITIES[self.number % len(ENTITIES)]
        words = {
            "name": name, "url": url, "read": read, "transient": ", ".join(transient), "rejected": ", ".join(rejected),
            "entity": entity.title(), "lower": entity, "module": f"bank_{self.number:03}",
        }  # fmt: skip
        dispatch = _DISPATCHES[self.number // 3 % len(_DISPATCHES)]
        retry = _RETRIES[self.number // 5 % len(_RETRIES)]
        words["dispatch"] = textwrap.indent(Template(textwrap.dedent(dispatch).strip("\n")).substitute(words), " " * 8)
        words["retry"] = textwrap.indent(Template(textwrap.dedent(retry).strip("\n")).substitute(words), " " * 4)
        return words

    def models(self, words: dict[str, str]) -> str:
        return "\n".join(_MODEL.substitute(words, entity=e.title(), lower=e) for e in self.entities)

    def client(self, words: dict[str, str]) -> str:
        operations = "".join(_OPERATION.substitute(words, entity=e.title(), lower=e) for e in self.entities)
        return _CLIENT_HEAD.substitute(words).rstrip("\n") + "\n" + operations

    @property
    def entities(self) -> tuple[str, ...]:
        """Three kinds of things that the client reads."""
        return tuple(ENTITIES[(self.number + step) % len(ENTITIES)] for step in (0, 1, 3))

    def files(self) -> dict[str, str]:
        """Path below the client's folder → text. A path that starts with `../` belongs beside that folder's package."""
        words = self.words
        errors, models = _ERRORS.substitute(words), self.models(words)
        send, client = _SEND.substitute(words), self.client(words)
        module = words["module"]
        if self.number % 4 in (1, 2):
            found = {
                f"{module}/__init__.py": Template(
                    "from .client import ${name}Client\nfrom .errors import ${name}Error\n"
                ).substitute(words),
                f"{module}/errors.py": errors,
                f"{module}/models.py": _IMPORTS + models,
                f"{module}/transport.py": _IMPORTS + "\nfrom .errors import *\n" + send,
                f"{module}/client.py": "from datetime import date\n\n"
                + f"from .models import {', '.join(e.title() for e in self.entities)}\n"
                + f"from .transport import {words['name']}Transport\n"
                + client,
            }
            if self.number % 4 == 2:
                found[f"{module}_service.py"] = _SERVICE.substitute(words)
            return found
        found = {f"{module}.py": _IMPORTS + errors + models + send + client}
        if self.number % 4 == 3:
            found[f"test_{module}.py"] = _TEST.substitute(words)
        return found


def sprinkle(folder: Path, count: int = 200) -> list[Path]:
    """Write `count` clients into the packages below `folder`, evenly; gives the files written."""
    homes = sorted(p.parent for p in folder.rglob("__init__.py"))
    written: list[Path] = []
    for number in range(count):
        home = homes[number * len(homes) // count]
        for name, text in _Choice(number).files().items():
            path = home / name
            path.parent.mkdir(exist_ok=True)
            dotted = ".".join((*home.relative_to(folder).parts, _Choice(number).words["module"]))
            text = text.replace(f"from {_Choice(number).words['module']} import", f"from {dotted} import")
            path.write_text(text.lstrip("\n"), encoding="utf-8")
            written.append(path)
    return written
