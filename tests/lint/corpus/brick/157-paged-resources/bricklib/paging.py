from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator

if TYPE_CHECKING:
    from .client import BrickClient


class Pages:
    """Follows links.next; every page is one request of its own."""

    def __init__(self, client: "BrickClient", path: str, params: dict[str, str]) -> None:
        self._client = client
        self._path = path
        self._params: dict[str, str] | None = params

    def __iter__(self) -> Iterator[list[dict[str, Any]]]:
        seen: set[str] = set()
        url: str | None = self._path
        params = self._params
        while url and url not in seen:
            seen.add(url)
            body = self._client.get(url, params)
            yield body["data"]
            url, params = (body.get("links") or {}).get("next"), None

    def items(self) -> Iterator[dict[str, Any]]:
        for page in self:
            yield from page
