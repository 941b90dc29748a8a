"""Which provider does a reply come from? The user's word, else the host, else the configuration, else nobody knows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ContractError
from ..loader import load, load_all, providers
from ..model import Contract

if TYPE_CHECKING:
    from ..settings import Settings


class Binding:
    """Answers for the files of one run.

    provider: the user's word for all of them. Contracts are loaded when one is asked for.
    """

    def __init__(self, start: Path, provider: str | None = None, config: Path | None = None) -> None:
        self.provider = provider
        self.settings: Settings | None = _settings(start, config)
        self._all: Mapping[str, Contract] | None = None
        self._hosts: dict[str, str | None] = {}
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

    def by_path(self, path: Path) -> tuple[str, str | None] | None:
        """Provider and surface that the configuration binds a file to; None where nothing or several do."""
        if self.settings is None or not self.settings.clients:
            return None
        try:
            relative = path.resolve().relative_to(self.settings.root.resolve()).as_posix()
        except (ValueError, OSError):
            return None
        found = {(c.provider, c.surface) for c in self.settings.clients if c.covers(relative)}
        names = {name for name, _ in found}
        if len(names) != 1:
            return None
        return found.pop() if len(found) == 1 else (names.pop(), None)


def _settings(start: Path, config: Path | None) -> Settings | None:
    """The settings in force; None, without importing their reader, where no configuration names errpact."""
    files = [config] if config is not None else [f / "pyproject.toml" for f in (start, *start.absolute().parents)]
    for file in files:
        try:
            if config is not None or b"errpact" in file.read_bytes():
                from ..settings import load_settings

                return load_settings(start, config)
        except OSError:
            continue  # no file, or one that may not be read: the next folder
    return None


def _owns(contract: Contract, host: str) -> bool:
    return any(host == h.host.lower() or host.endswith(f".{h.host.lower()}") for h in contract.hosts)
