from flanks_client import FlanksClient


class Authenticated(FlanksClient):
    def _authenticate(self) -> str:
        self._token = "token"
        return self._token


def make_client(base_url: str) -> FlanksClient:
    return Authenticated("id", "secret", base_url=base_url)


def call(client: FlanksClient):
    return client.exchange("abc")
