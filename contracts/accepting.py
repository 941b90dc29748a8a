"""Whether `[[tool.errpact.accept]]` names cases and off-contract replies that there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .errors import UnknownProvider, did_you_mean, nearest
from .settings import InvalidSettings

if TYPE_CHECKING:
    from .contract import Contract
    from .settings import Settings


def check_accepts(settings: Settings, contracts: Mapping[str, Contract]) -> None:
    """Complain about the acceptance of a case that its contract doesn't have, or of an off-contract reply
    (`khipu:off:html-502`) that there is none of: it would meet nothing. Raises InvalidSettings."""
    for number, accept in enumerate(settings.accepts):
        provider, _, rest = accept.case.partition(":")
        if provider not in contracts:
            unknown = str(UnknownProvider(provider, tuple(contracts)))
            raise _wrong(settings, number, f"{accept.case!r}: {unknown}", "begin the id with the provider's name")
        if rest.startswith("off:"):
            _check_off(settings, number, contracts[provider])
            continue
        cases = contracts[provider].cases
        if accept.case not in {case.id for case in cases}:
            renamed = tuple(case.id for case in cases if accept.case in case.aliases)
            hint = did_you_mean(renamed or nearest(accept.case, [case.id for case in cases]))
            problem = f"{provider} has no case {accept.case!r}{hint}"
            raise _wrong(settings, number, problem, f"`errpact contracts {provider}` lists them")


def _check_off(settings: Settings, number: int, contract: Contract) -> None:
    """Complain about an off-contract reply that a provider isn't tried with, and about an obligation that such a reply
    doesn't have."""
    from .off import sorts

    accept = settings.accepts[number]
    known = [f"{contract.provider}:off:{sort}" for sort in sorts(contract)]
    if accept.case not in known:
        problem = f"there is no off-contract reply {accept.case!r}{did_you_mean(nearest(accept.case, known))}"
        raise _wrong(settings, number, problem, f"write one of {', '.join(known)}")
    if str(accept.obligation) != "robust":
        problem = f"{accept.case!r} has no obligation but robust"
        raise _wrong(settings, number, problem, 'write obligation = "robust"', key="obligation")


def _wrong(settings: Settings, number: int, problem: str, mend: str, key: str = "case") -> InvalidSettings:
    return InvalidSettings(str(settings.file), f"tool.errpact.accept[{number}].{key}", problem, mend)
