from datetime import timedelta
from typing import Any, Callable, Dict, List, Protocol

from . import settings
from .api import FlanksApi


class Queue(Protocol):
    """The part of an rq.Queue that we use."""

    def enqueue(self, func: Callable[..., Any], *args: Any) -> Any: ...

    def enqueue_in(self, delay: timedelta, func: Callable[..., Any], *args: Any) -> Any: ...


class Store(Protocol):
    def save_token(self, customer: str, token: str) -> None: ...

    def save_holdings(self, customer: str, holdings: List[Dict[str, Any]]) -> None: ...


class LinkJobs:
    def __init__(self, api: FlanksApi, queue: Queue, store: Store) -> None:
        self.api = api
        self.queue = queue
        self.store = store

    def connected(self, customer: str, code: str) -> str:
        """Called by the redirect page once the customer has come back from Flanks Link."""
        answer = self.api.exchange(code)
        token = answer["credentials_token"]
        self.store.save_token(customer, token)
        if answer.get("error_code") == settings.CHECKING:
            self.queue.enqueue_in(settings.ACTIVATION_DELAY, self.load, customer, token)
            return "Your bank is connected. Your data will be here within two days."
        self.queue.enqueue(self.load, customer, token)
        return "Your bank is connected. We are loading your data."

    def load(self, customer: str, token: str) -> None:
        self.store.save_holdings(customer, self.api.holdings(token))
