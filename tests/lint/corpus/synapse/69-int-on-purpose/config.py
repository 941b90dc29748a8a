from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SynapseConfig:
    base_url: str = "https://api.synapsefi.com/v3.1"
    gateway: str = ""
    user_key: str = ""
    throttle_codes: frozenset[int] = frozenset({429})
    throttle_pauses: tuple[float, ...] = (5, 15, 45, 120)
