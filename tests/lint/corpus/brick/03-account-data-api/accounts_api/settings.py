from functools import lru_cache
from os import environ
from typing import NamedTuple


class Settings(NamedTuple):
    brick_url: str
    client_id: str
    client_secret: str


@lru_cache
def settings() -> Settings:
    return Settings(
        environ.get("BRICK_URL", "https://api.brick.com.br"),
        environ.get("BRICK_CLIENT_ID", ""),
        environ.get("BRICK_CLIENT_SECRET", ""),
    )
