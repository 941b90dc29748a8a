from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    base_url: str = "https://api.synapsefi.com/v3.1"
    gateway_key: str = ""
    oauth_key: str = ""
    parallel: int = 2
    later: timedelta = timedelta(hours=1)
    max_postponements: int = 3
    pair_policy: bool = True
