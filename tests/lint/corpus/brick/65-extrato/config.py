import os
from dataclasses import dataclass

from urllib3.util import Retry


@dataclass(frozen=True)
class Config:
    base_url: str
    token: str
    timeout: float = 15.0

    @classmethod
    def from_env(cls) -> "Config":
        return cls(os.environ["BRICK_BASE_URL"], os.environ["BRICK_TOKEN"], float(os.environ.get("BRICK_TIMEOUT", 15)))


RETRY = Retry(
    total=8,
    connect=2,
    allowed_methods=frozenset({"GET"}),
    status_forcelist=(500, 502, 503, 504),
    backoff_factor=0.3,
    raise_on_status=False,
)
