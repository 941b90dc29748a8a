from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True)
class TenantSettings:
    """Per-tenant knobs. The waits can be made longer by a tenant, never shorter."""

    token: str
    extra_wait: timedelta = timedelta()
    tries: int = 3
    flags: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        if self.extra_wait < timedelta() or not 1 <= self.tries <= 4:
            raise ValueError("extra_wait must not be negative, tries must be 1 to 4")


class Tenants:
    def __init__(self, **tenants: TenantSettings) -> None:
        self._tenants = tenants

    def __getitem__(self, name: str) -> TenantSettings:
        return self._tenants[name]
