from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    khipu_url: str = "https://api.khipu.com"
    khipu_token: str = ""
    khipu_tries: int = 5

    model_config = {"env_prefix": "BALANCES_"}
