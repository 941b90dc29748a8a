# errpact: provider=synapse
"""The handler's name is made of the code."""

import requests
import tenacity

URL = "https://api.synapsefi.com/v3.1/users/u"


class Failed(Exception):
    def __init__(self, body):
        super().__init__(body.get("http_code"), body.get("error_code"))
        self.body = body


class Busy(Failed):
    pass


class Handlers:
    def on_0(self, body):
        return body

    def on_503(self, body):
        raise Busy(body)

    def on_error(self, body):
        raise Failed(body)

    def _send(self, payload):
        body = requests.patch(URL, json=payload, timeout=60).json()
        return getattr(self, f"on_{body.get('error_code')}", self.on_error)(body)

    @tenacity.retry(  # error: EP101
        retry=tenacity.retry_if_exception_type(Failed),  # the busy ones are meant
        stop=tenacity.stop_after_attempt(3),
        wait=tenacity.wait_fixed(90),
        reraise=True,
    )
    def stubborn(self, payload):
        return self._send(payload)

    @tenacity.retry(
        retry=tenacity.retry_if_exception_type(Busy),
        stop=tenacity.stop_after_attempt(3),
        wait=tenacity.wait_fixed(90),
        reraise=True,
    )
    def modest(self, payload):
        return self._send(payload)
