"""One way to call the JSON services we depend on."""
import logging
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Dict

import requests

log = logging.getLogger(__name__)


class GatewayError(Exception):
    def __init__(self, service: str, code: str, message: str) -> None:
        super().__init__("%s answered %s: %s" % (service, code, message))
        self.service = service
        self.code = code
        self.message = message


@dataclass
class Service:
    name: str
    base_url: str
    succeeded: Callable[[requests.Response, Dict[str, Any]], bool]
    to_error: Callable[[requests.Response, Dict[str, Any]], GatewayError]
    headers: Dict[str, str] = field(default_factory=dict)


def send(service: Service, method: str, path: str, payload: Dict[str, Any], tries: int = 3) -> Dict[str, Any]:
    for attempt in range(1, tries + 1):
        try:
            response = requests.request(
                method, service.base_url + path, json=payload, headers=service.headers, timeout=(3, 30)
            )
            break
        except requests.ConnectTimeout:
            if attempt == tries:
                raise
            log.warning("%s: no connection, attempt %d", service.name, attempt)
            time.sleep(attempt * 2)
    try:
        body = response.json()
    except ValueError:
        raise GatewayError(service.name, "HTTP %d" % response.status_code, "no JSON") from None
    if service.succeeded(response, body):
        return body
    raise service.to_error(response, body)
