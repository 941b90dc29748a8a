from __future__ import annotations

import requests
from pydantic import BaseModel


class Exchange(BaseModel):
    credentials_token: str
    message: str = ""


class LinkFailed(Exception):
    pass


class LinkClient:
    """Changes the code that Flanks Link hands over for a credentials token."""

    def __init__(self, base_url: str, client_id: str, client_secret: str) -> None:
        self.base_url = base_url
        self.client_id = client_id
        self.client_secret = client_secret

    def exchange(self, code: str) -> Exchange:
        response = requests.get(
            f"{self.base_url}/v0/link/exchange",
            params={"code": code},
            auth=(self.client_id, self.client_secret),
            timeout=30,
        )
        if not response.ok:
            raise LinkFailed("the Link code could not be exchanged")
        return Exchange.model_validate(response.json())
