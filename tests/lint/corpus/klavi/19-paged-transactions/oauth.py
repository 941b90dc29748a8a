"""OAuth redirect of our own identity provider."""
from __future__ import annotations

from urllib.parse import parse_qs, urlsplit


class LoginCancelled(Exception):
    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


def authorization_code(redirect: str) -> str:
    query = parse_qs(urlsplit(redirect).query)
    if "error" in query:
        raise LoginCancelled(query["error"][0])
    code = query.get("code", [""])[0]
    if code == "" or code == "null":
        raise LoginCancelled("no code")
    return code
