from datetime import timedelta

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class KhipuSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="KHIPU_")

    base_url: str = "https://api.khipu.com"
    token: SecretStr = SecretStr("")
    timeout: float = 90.0
    attempts: int = Field(default=3, ge=1, le=5)
    cool_off: timedelta = timedelta(hours=4, minutes=10)
