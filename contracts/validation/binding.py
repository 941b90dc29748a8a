"""Which provider does a reply come from? The user's word, else the host, else the configuration, else nobody knows."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..contract import Contract
from ..errors import ContractError
from ..files import names_errpact
from ..loader import load, load_all, providers

if TYPE_CHECKING:
    from ..settings import Settings

StrPath = str | os.PathLike[str]


class Binding:
    """Answers for the files of one run.

    provider: the user's word for all of them. Contracts are loaded when one is asked for.
    """

    def __init__(self, start: StrPath, provider: str | None = None, config: StrPath | None = None) -> None:
        self.provider = provider
        self.settings: Settings | None = _settings(start, config)
        self._all: Mapping[str, Contract] | None = None
        self._hosts: dict[str, str | None] = {}
        self._loaded: dict[str, Contract] = {}
        if provider is not None:
            self.contract(provider)

    @property
    def contracts(self) -> Mapping[str, Contract]:
        """All contracts, the user's own included. Raises InvalidContract."""
        if self._all is None:
            self._all = load_all(self.settings.contracts if self.settings else ())
        return self._all

    @property
    def known(self) -> Mapping[str, Contract] | None:
        """What a contract file may extend: all contracts; None (the shipped ones) where the configured ones are
        broken, which is told where they are checked themselves."""
        try:
            return self.contracts
        except ContractError:
            return None

    def contract(self, name: str) -> Contract:
        """A provider's contract. Raises UnknownProvider."""
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def _load(self, name: str) -> Contract:
        if not (self.settings and self.settings.contracts) and name in providers():
            return load(name)
        if name not in self.contracts:
            from ..errors import UnknownProvider

            raise UnknownProvider(name, sorted(self.contracts))
        return self.contracts[name]

    def by_host(self, host: str) -> str | None:
        """The provider that a host belongs to."""
        if host not in self._hosts:
            if len(self._hosts) > 1000:
                self._hosts.clear()
            self._hosts[host] = next((n for n, c in self.contracts.items() if _owns(c, host)), None)
        return self._hosts[host]

    def by_path(self, path: StrPath) -> tuple[str, str | None] | None:
        """Provider and surface that the configuration binds a file to; None where nothing or several do."""
        if self.settings is None or not self.settings.clients:
            return None
        from pathlib import Path

        try:
            relative = Path(path).resolve().relative_to(self.settings.root.resolve()).as_posix()
        except (ValueError, OSError):
            return None
        found = {(c.provider, c.surface) for c in self.settings.clients if c.covers(relative)}
        names = {name for name, _ in found}
        if len(names) != 1:
            return None
        return found.pop() if len(found) == 1 else (names.pop(), None)


def _settings(start: StrPath, config: StrPath | None) -> Settings | None:
    """The settings in force; None, without importing their reader, where no configuration names errpact."""
    if config is None and not any(map(names_errpact, _configurations(os.path.abspath(start)))):
        return None
    from pathlib import Path

    from ..settings import load_settings

    return load_settings(Path(start), None if config is None else Path(config))


def _configurations(folder: str) -> Iterator[str]:
    """Where a configuration may be: in a folder and those above it."""
    yield os.path.join(folder, "pyproject.toml")
    while (above := os.path.dirname(folder)) != folder:
        yield os.path.join(above, "pyproject.toml")
        folder = above


def _owns(contract: Contract, host: str) -> bool:
    return any(host == h.host.lower() or host.endswith(f".{h.host.lower()}") for h in contract.hosts)
