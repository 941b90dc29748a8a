"""Value of the UF from mindicador.cl. A free service that is often down, so we insist."""
from __future__ import annotations

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

URL = "https://mindicador.cl/api/uf"


def session() -> requests.Session:
    s = requests.Session()
    policy = Retry(total=6, backoff_factor=0.3, status_forcelist=(429, 500, 502, 503, 504))
    s.mount("https://mindicador.cl", HTTPAdapter(max_retries=policy))
    return s


def uf(day: str, http: requests.Session | None = None) -> float:
    response = (http or session()).get(f"{URL}/{day}", timeout=5)
    response.raise_for_status()
    return float(response.json()["serie"][0]["valor"])
