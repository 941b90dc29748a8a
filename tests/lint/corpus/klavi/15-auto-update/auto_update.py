"""Switch a Klavi connection's automatic update on or off."""
import contextlib
import http.client
import json
import sys
import time
from enum import IntEnum
from typing import Iterator, NamedTuple, Protocol
from urllib.parse import urlsplit


class UpdateCode(IntEnum):
    OK = 200
    BAD_ROUTE = 600
    USER_SAID_NO = 601
    BAD_BODY = 602
    NO_PARTNER = 701
    PARTNER_OFF = 702
    PARTNER_WRONG = 703
    NO_ACCESS = 704
    BAD_FORMAT = 708
    UNLISTED = -1

    @classmethod
    def _missing_(cls, value):
        return cls.UNLISTED


class Answer(NamedTuple):
    code: UpdateCode
    wire: int
    message: str


class UpdateRefused(Exception):
    def __init__(self, answer: Answer):
        super().__init__("%d %s" % (answer.wire, answer.message))
        self.answer = answer


class ConsentWithdrawn(UpdateRefused):
    pass


class PartnerSetup(UpdateRefused):
    pass


class OurRequest(UpdateRefused):
    pass


class Transport(Protocol):
    def put(self, path: str, payload: dict) -> Answer: ...


class HttpTransport:
    def __init__(self, base_url: str, token: str, tries: int = 3):
        self.url = urlsplit(base_url)
        self.token = token
        self.tries = tries

    def _connect(self) -> http.client.HTTPConnection:
        make = http.client.HTTPSConnection if self.url.scheme == "https" else http.client.HTTPConnection
        last = None
        for n in range(self.tries):
            conn = make(self.url.netloc, timeout=20)
            try:
                conn.connect()
                return conn
            except OSError as exc:
                last = exc
                time.sleep(1 + n)
        raise ConnectionError(f"{self.url.netloc} not reachable") from last

    def put(self, path: str, payload: dict) -> Answer:
        with contextlib.closing(self._connect()) as conn:
            conn.request("PUT", self.url.path + path, json.dumps(payload),
                         {"Authorization": "Bearer " + self.token, "Content-Type": "application/json"})
            body = json.loads(conn.getresponse().read())
        wire = int(body["code"])
        return Answer(UpdateCode(wire), wire, body.get("message", ""))


@contextlib.contextmanager
def spoken() -> Iterator[None]:
    """Translate our errors into one line for the operator."""
    try:
        yield
    except ConsentWithdrawn as exc:
        sys.exit(f"the customer has not authorised updates ({exc})")
    except PartnerSetup as exc:
        sys.exit(f"talk to Klavi about our partner account: {exc}")
    except OurRequest as exc:
        sys.exit(f"we sent something wrong: {exc}")


class AutoUpdate:
    def __init__(self, transport: Transport):
        self.transport = transport

    def switch(self, connection_key: str, on: bool) -> None:
        answer = self.transport.put("/user-data", {"connectionKey": connection_key, "allowAutoUpdate": on})
        if answer.code is UpdateCode.OK:
            return
        if answer.code is UpdateCode.USER_SAID_NO:
            raise ConsentWithdrawn(answer)
        if UpdateCode.NO_PARTNER <= answer.code <= UpdateCode.NO_ACCESS:
            raise PartnerSetup(answer)
        if answer.code in {UpdateCode.BAD_ROUTE, UpdateCode.BAD_BODY, UpdateCode.BAD_FORMAT}:
            raise OurRequest(answer)
        raise UpdateRefused(answer)


if __name__ == "__main__":
    with spoken():
        AutoUpdate(HttpTransport("https://open-sandbox.klavi.ai/data/v1", sys.argv[1])).switch(sys.argv[2], True)
