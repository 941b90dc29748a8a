from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flags:
    advice_policy: bool = True
    max_immediate: int = 2

    @classmethod
    def from_env(cls) -> Flags:
        return cls(
            advice_policy=os.environ.get("KHIPU_ADVICE_POLICY", "1") == "1",
            max_immediate=int(os.environ.get("KHIPU_MAX_IMMEDIATE", "2")),
        )
