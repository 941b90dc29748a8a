from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class KhipuSettings:
    api_key: str
    base_url: str = "https://api.khipu.com"
    read_timeout: float = 180.0
    attempts: int = 3
    # asked for by Khipu in Type=WAIT_4_HOURS_BEFORE_RETRY (hours)
    long_wait: int = 4

    @classmethod
    def from_env(cls) -> KhipuSettings:
        return cls(
            api_key=os.environ["KHIPU_API_KEY"],
            base_url=os.environ.get("KHIPU_URL", cls.base_url),
            long_wait=int(os.environ.get("KHIPU_LONG_WAIT", cls.long_wait)),
        )
