import os
from dataclasses import dataclass, field


def _csv(name: str, default: str) -> frozenset[str]:
    return frozenset(part.strip() for part in os.environ.get(name, default).split(",") if part.strip())


@dataclass(frozen=True)
class Settings:
    base_url: str = "https://api.flanks.io"
    token: str = field(default_factory=lambda: os.environ.get("FLANKS_TOKEN", ""))
    poll_codes: frozenset[str] = field(default_factory=lambda: _csv("FLANKS_POLL_CODES", "20002"))
    poll_every: float = 15.0
    poll_limit: int = 20
