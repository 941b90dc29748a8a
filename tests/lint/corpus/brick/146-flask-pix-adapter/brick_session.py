"""Sessão HTTP compartilhada por todas as rotas."""
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

import settings


class BrickError(Exception):
    def __init__(self, status, body):
        self.status = status
        self.body = body
        self.code = body.get("code") or body.get("error") or ""
        self.detail = body.get("detail") or body.get("error_description") or body.get("message") or ""
        super().__init__(f"Brick {status} {self.code}: {self.detail}")


def make_session(token=settings.BRICK_TOKEN):
    # 3, 6, 12, 24, 48 segundos (ver documentação do Brick)
    retry = Retry(
        total=5,
        backoff_factor=3,
        status_forcelist=[500, 501, 502, 503, 504, 505],
        allowed_methods=None,
        raise_on_status=False,
        respect_retry_after_header=False,
    )
    session = requests.Session()
    session.mount("https://", HTTPAdapter(max_retries=retry))
    session.mount("http://", HTTPAdapter(max_retries=retry))
    session.headers["Authorization"] = f"Bearer {token}"
    session.headers["Accept"] = "application/json"
    return session


def read_body(response):
    try:
        body = response.json()
    except ValueError:
        return {"message": response.text[:300]}
    return body if isinstance(body, dict) else {"message": str(body)}
