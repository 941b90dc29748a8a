"""Whether `[[tool.errpact.accept]]` names cases that there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .errors import UnknownProvider, did_you_mean, nearest
from .settings import InvalidSettings

if TYPE_CHECKING:
    from .contract import Contract
    from .settings import Settings


def check_accepts(settings: Settings, contracts: Mapping[str, Contract]) -> None:
    """Complain about the acceptance of a case that its contract doesn't have: it would meet nothing. Off-contract
    replies (`khipu:off:html-502`) stand in no contract. Raises InvalidSettings."""
    for number, accept in enumerate(settings.accepts):
        provider, _, rest = accept.case.partition(":")
        if provider not in contracts:
            unknown = str(UnknownProvider(provider, tuple(contracts)))
            raise _wrong(settings, number, f"{accept.case!r}: {unknown}", "begin the id with the provider's name")
        cases = contracts[provider].cases
        if not rest.startswith("off:") and accept.case not in {case.id for case in cases}:
            renamed = tuple(case.id for case in cases if accept.case in case.aliases)
            hint = did_you_mean(renamed or nearest(accept.case, [case.id for case in cases]))
            problem = f"{provider} has no case {accept.case!r}{hint}"
            raise _wrong(settings, number, problem, f"`errpact contracts {provider}` lists them")


def _wrong(settings: Settings, number: int, problem: str, mend: str) -> InvalidSettings:
    return InvalidSettings(str(settings.file), f"tool.errpact.accept[{number}].case", problem, mend)
