from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KlaviSettings:
    base_url: str = "https://api.klavi.ai"
    token: str = field(default="", repr=False)
    page_size: int = 200
    timeout: float = 60.0
    throttle_attempts: int = 4
    throttle_pause: float = 20.0
