"""Which provider a request goes to: by host, by configuration, by comment, by SDK, by the hosts that files name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final

from ..contracts import Contract
from ..contracts.settings import Client, Settings
from . import ir
from .flow.domain import Domain, domain_of
from .flow.state import State
from .flow.values import Cls, Func, Value
from .models.request import URL
from .modules import Modules
from .surroundings import NOBODY, Surroundings, outward, surroundings

GENERIC: Final = frozenset(
    {
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "request",
        "send",
        "run",
        "call",
        "close",
        "save",
        "add",
        "update",
        "create",
        "list",
        "items",
        "keys",
        "values",
        "execute",
        "append",
        "pop",
        "read",
        "write",
        "start",
        "stop",
        "wait",
        "filter",
        "all",
        "first",
        "commit",
        "publish",
        "delay",
        "json",
        "load",
        "loads",
        "dump",
        "info",
        "error",
        "debug",
        "warning",
        "exception",
        "set",
        "fetch",
        "find",
        "open",
        "login",
        "connect",
        "handle",
        "process",
        "main",
        "retry",
        "result",
        "submit",
        "map",
        "store",
        "count",
    }
)

OTHERS: Final = re.compile(
    r"slack|webhook|telegram|discord|pagerduty|sentry|mailgun|sendgrid|twilio"
    r"|(?<![a-z])(?:sso|idp|oidc)(?![a-z])|keycloak|auth0|okta|cognito"
    r"|(?<![a-z])(?:hook|callback)(?:_?ur[il])?$",
    re.IGNORECASE,
)
"""In names of addresses of messengers, identity providers and those who asked to be told, whom a program talks to
whoever it is a client of."""


ADDRESS: Final = frozenset(["url", "uri", "host", "base", "root", "endpoint", "server", "address", "addr", "origin"])
"""Words in the names of addresses."""
ANYBODY: Final = frozenset(
    [
        "api",
        "http",
        "https",
        "service",
        "gateway",
        "provider",
        "bank",
        "banking",
        "open",
        "finance",
        "client",
        "default",
        "prod",
        "production",
        "sandbox",
        "test",
        "testing",
        "staging",
        "dev",
        "live",
        "env",
        "main",
        "my",
        "the",
        "prefix",
        "path",
        "raiz",
        "banco",
        "servidor",
        "servico",
        "servicio",
        "direccion",
        "endereco",
        "v",
        "self",
        "cls",
    ]
)
"""Words that leave open whose address it is."""


class Binder:
    """One reading of each provider, and who talks to whom."""

    def __init__(
        self, modules: Mapping[str, ir.Module], sources: Mapping[str, bytes], settings: Settings,
        contracts: Mapping[str, Contract], reading: str, literals: Iterable[str], around: Surroundings | None = None,
    ) -> None:  # fmt: skip
        self.modules = modules
        self.sources = sources
        self.settings = settings
        self.contracts = contracts
        self.reading = reading
        self.literals = frozenset(literals)
        self.methods: dict[str, list[tuple[str, ir.ClassDef]]] = {}
        for path, module in modules.items():
            for stmt in module.body:
                if isinstance(stmt, ir.ClassDef):
                    for item in stmt.body:
                        if isinstance(item, ir.FunctionDef):
                            self.methods.setdefault(item.name, []).append((path, stmt))
        self.around = around or surroundings(map(outward, sources.values()))
        self.bound = {path: self._bound(path, sources.get(path, b"")) for path in modules}
        self.speaking = frozenset(path for path, provider in self.bound.items() if provider)
        self.named = {path: outward(data)[0] for path, data in sources.items()}
        self.own_hosts = frozenset(h.host for contract in contracts.values() for h in contract.hosts)
        self._spread(modules)
        named = {
            n.rpartition(".")[2].encode() for c in settings.clients for n in (*c.functions, *c.exceptions, *c.webhooks)
        }
        tails = {".".join(host.split(".")[-2:]).encode() for host in self.own_hosts}
        self.informed = frozenset(
            path for path in modules if self.bound[path] or any(t in sources.get(path, b"") for t in tails | named)
        )
        """Files that are bound, or write the end of a provider's host or a configured name: a request starts there."""

    def _bound(self, path: str, source: bytes) -> str | None:
        """What a file is bound to by itself: configuration, comment, a host or an SDK that it names."""
        for client in self.settings.clients:
            if client.covers(path):
                return client.provider
        if self.modules[path].provider:
            return self.modules[path].provider
        named = {
            name
            for name, contract in self.contracts.items()
            if any(h.host.encode() in source for h in contract.hosts)
            or any(
                re.search(rb"^\s*(?:from|import)\s+" + s.module.encode() + rb"\b", source, re.MULTILINE)
                for s in contract.sdks
            )
        }
        return named.pop() if len(named) == 1 else None

    def _spread(self, modules: Mapping[str, ir.Module]) -> None:
        """A file that imports one that is bound is bound to the same provider, if they are all of one."""
        resolver = Modules(modules)
        found: dict[str, set[str]] = {}
        for path, module in modules.items():
            if self.bound[path] is not None:
                continue
            for stmt in module.body:
                target = None
                if isinstance(stmt, ir.ImportFrom):
                    target = (
                        resolver.relative(path, stmt.level, stmt.module)
                        if stmt.level
                        else resolver.absolute(path, stmt.module)
                    )
                elif isinstance(stmt, ir.Import):
                    target = next((t for n, _ in stmt.names if (t := resolver.absolute(path, n))), None)
                if target is not None and (provider := self.bound.get(target)):
                    found.setdefault(path, set()).add(provider)
        for path, providers in found.items():
            if len(providers) == 1:
                self.bound[path] = providers.pop()

    def client(self, path: str) -> Client | None:
        """The configuration entry that covers a file."""
        return next((c for c in self.settings.clients if c.covers(path)), None)

    def of(self, provider: str, surface: str | None = None) -> Domain | None:
        """The points of a provider."""
        contract = self.contracts.get(provider)
        if contract is None:
            return None
        return domain_of(
            contract, contract.code_types[0] if contract.code_types else self.reading, self.literals, surface
        )

    def domain(
        self, path: str, url: str, stack: list[ir.FunctionDef], origin: tuple[str, bool] = ("", False)
    ) -> Domain | None:
        """The provider that a request from this file to this URL goes to; None for anyone else. origin: what the URL
        begins with is called, and whether it is a setting."""
        host = match[1].lower() if (match := URL.search(url)) else None
        for name, contract in self.contracts.items():
            if host is not None and any(host == h.host or host.endswith("." + h.host) for h in contract.hosts):
                return self.of(name, self._surface(path, name))
        provider = next((f.provider for f in reversed(stack) if f.provider), None)
        if provider is None:
            provider = self.bound.get(path)
            if provider is None or not self._may_be(provider, path, *origin):
                return None
        contract_ = self.contracts.get(provider)
        if contract_ is None or not (
            host is None or NOBODY.fullmatch(host) or self._likely(contract_, host, path, stack)
        ):
            return None
        return self.of(provider, self._surface(path, provider))

    def _surface(self, path: str, provider: str) -> str | None:
        """The part of a provider that a file is said to talk to."""
        return next((c.surface for c in self.settings.clients if c.provider == provider and c.covers(path)), None)

    def _may_be(self, provider: str, path: str, name: str, setting: bool) -> bool:
        """Whether an address that can't be resolved may be taken for the provider's. In a file that is bound on purpose
        it is. A file that merely names the provider, or imports one that does, may talk to others: there the address
        must bear the provider's name, or the file be all about the provider and the address no setting."""
        if OTHERS.search(name) and provider not in name.lower():
            return False
        if provider in name.lower():
            return True
        if self.client(path) is not None or self.modules[path].provider:
            return not (self._known(provider) and self._names_another(name))
        named = self.named.get(path, ())
        return (
            not setting
            and (path in self.speaking or provider in path.lower())
            and all(provider in host or host in self.own_hosts for host in named)
        )

    def _known(self, provider: str) -> bool:
        """Whether the project says somewhere where the provider is: by its host, or by a setting of its name."""
        hosts = {host for named in self.named.values() for host in named}
        return any(provider in host or host in self.own_hosts for host in hosts)

    @staticmethod
    def _names_another(name: str) -> bool:
        """Whether what an address is called says whose it is: `RATES_HOST`, not `base_url`."""
        words = [w for w in re.split(r"[^a-z]+", re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()) if w]
        return any(w in ADDRESS for w in words) and not set(words) <= ADDRESS | ANYBODY

    def _likely(self, contract: Contract, host: str, path: str, stack: list[ir.FunctionDef]) -> bool:
        """Whether an unlisted host may be the provider's: it bears its name, or it is the only one and written or asked
        by code that speaks of the provider; where no code does, one file alone may make requests."""
        if contract.provider in host:
            return True
        if contract.hosts:
            return False
        if not self.around.only(host):
            return False
        about = {p for p in self.modules if contract.provider in p.lower() or self._mentions(contract.provider, p)}
        writers = {p for p, hosts in self.named.items() if host in hosts}
        asking = {path, *(self._home[id(f)] for f in stack if id(f) in self._home)}
        if about & (writers | asking):
            return True
        return self.around.alone and not (about and writers)

    def _mentions(self, provider: str, path: str) -> bool:
        return provider.encode() in self.sources.get(path, b"").lower()

    @cached_property
    def _home(self) -> dict[int, str]:
        """The file of each function, by identity."""
        return {id(f): path for path, module in self.modules.items() for f in module.nodes(ir.FunctionDef)}

    def only_method(self, it: Any, name: str) -> tuple[str, ir.ClassDef] | None:
        """The one class of the project that has a method of this name, if the name is not a common one."""
        if name in GENERIC or name.startswith("__"):
            return None
        found = self.methods.get(name, [])
        return found[0] if len(found) == 1 else None

    def argument(self, it: Any, param: ir.Param, func: Func, st: State) -> Value:
        """What an annotation says of a parameter whose argument isn't known."""
        from .arguments import symbolic

        return symbolic(it, param, func, st, 1)

    def session(self, it: Any, st: State) -> Value | None:
        """The session that an unknown object must be which is asked for a URL: the only one that the project makes."""
        from .arguments import only_session

        return only_session(it, st)

    def instance(self, it: Any, owner: tuple[str, ir.ClassDef], st: State) -> list[Value]:
        """An instance of a project class made from what its constructor says."""
        path, node = owner
        value = it.member_of(path, node.name)
        if not isinstance(value, Cls) or len(it.stack) > 12:
            return []
        from .arguments import symbolic_instance

        made = symbolic_instance(it, value, st, 0)
        return [] if made is None else [made]
