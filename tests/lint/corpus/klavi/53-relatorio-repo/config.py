from pydantic_settings import BaseSettings, SettingsConfigDict


class KlaviConfig(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="KLAVI_")

    url: str = "https://api.klavi.ai/data/v1"
    partner_code: str = ""
    partner_token: str = ""
    timeout: float = 45.0
