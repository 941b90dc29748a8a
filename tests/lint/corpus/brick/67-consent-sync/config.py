from pydantic import BaseModel, Field


class BrickSettings(BaseModel):
    base_url: str = "https://api.brickbank.com.br"
    client_token: str = ""
    brand_id: str = ""
    timeout_seconds: float = 25.0
    max_retries: int = Field(default=8, ge=0)
    base_delay_seconds: float = 3.0
    slow_delay_seconds: float = 180.0
    slow_retries: int = 3
