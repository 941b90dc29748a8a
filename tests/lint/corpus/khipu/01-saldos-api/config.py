from dataclasses import dataclass
import os


@dataclass(frozen=True)
class Config:
    khipu_url: str = os.getenv("KHIPU_URL", "https://api.khipu.com")
    khipu_token: str = os.getenv("KHIPU_TOKEN", "")
    cache_segundos: int = int(os.getenv("CACHE_SEGUNDOS", "300"))
    timeout: float = 60.0


config = Config()
