"""A very small container, so that nobody needs a framework."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from consent_repository import BrickConsentRepository
from consent_service import ConsentService
from resilience import RetryExecutor, ServerErrorPolicy
from settings import BrickSettings

T = TypeVar("T")


class Container:
    def __init__(self) -> None:
        self._factories: dict[type, Callable[["Container"], Any]] = {}
        self._singletons: dict[type, Any] = {}

    def bind(self, kind: type[T], factory: Callable[["Container"], T]) -> None:
        self._factories[kind] = factory

    def get(self, kind: type[T]) -> T:
        if kind not in self._singletons:
            self._singletons[kind] = self._factories[kind](self)
        return self._singletons[kind]


def http_session(settings: BrickSettings) -> requests.Session:
    retries = Retry(
        total=settings.connection_retries,
        backoff_factor=3,
        status_forcelist=(500, 502, 503, 504),
        allowed_methods=frozenset({"GET"}),
        raise_on_status=False,
    )
    session = requests.Session()
    session.mount("http://", HTTPAdapter(max_retries=retries))
    session.mount("https://", HTTPAdapter(max_retries=retries))
    session.headers["Authorization"] = f"Bearer {settings.token}"
    return session


def build(settings: BrickSettings) -> Container:
    container = Container()
    container.bind(BrickSettings, lambda c: settings)
    container.bind(requests.Session, lambda c: http_session(c.get(BrickSettings)))
    container.bind(RetryExecutor, lambda c: RetryExecutor(ServerErrorPolicy()))
    container.bind(
        BrickConsentRepository,
        lambda c: BrickConsentRepository(c.get(requests.Session), c.get(RetryExecutor), c.get(BrickSettings).base_url),
    )
    container.bind(ConsentService, lambda c: ConsentService(c.get(BrickConsentRepository)))
    return container
