import os
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SyncSettings:
    base_url: str = "https://api.klavi.ai"
    partner_token: str = field(default="", repr=False)
    timeout: float = 20.0
    max_requeues: int = 2

    @classmethod
    def from_env(cls) -> "SyncSettings":
        return cls(
            base_url=os.environ.get("KLAVI_URL", cls.base_url),
            partner_token=os.environ["KLAVI_TOKEN"],
        )
