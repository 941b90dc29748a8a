from pydantic import BaseModel, ConfigDict, Field


class LinkResult(BaseModel):
    """Reply of the exchange of a Link code."""

    model_config = ConfigDict(extra="ignore")

    credentials_token: str = Field(min_length=1)
    message: str = ""


class Customer(BaseModel):
    id: int
    email: str
    flanks_token: str | None = None
    ready: bool = False
