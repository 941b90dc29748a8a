import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

RETRIES = Retry(
    total=8,
    backoff_factor=0.5,
    status_forcelist=(408, 500, 502, 503, 504),
    allowed_methods=frozenset(["GET", "POST"]),
    raise_on_status=False,
)


def build_session(token: str) -> requests.Session:
    session = requests.Session()
    adapter = HTTPAdapter(max_retries=RETRIES)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})
    return session
