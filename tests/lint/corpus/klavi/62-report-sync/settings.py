import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    klavi_url: str = "https://api.klavi.ai"
    klavi_token: str = ""
    klavi_timeout: float = 30.0
    database: str = "reports.db"
    batch_size: int = 50

    @classmethod
    def from_env(cls) -> "Settings":
        return cls(
            klavi_url=os.environ.get("KLAVI_URL", cls.klavi_url),
            klavi_token=os.environ.get("KLAVI_TOKEN", ""),
            database=os.environ.get("REPORTS_DB", cls.database),
        )
