from pydantic import SecretStr

from consents import ConsentRegistry, ConsentRequest
from settings import BrickSettings
from transport import BrickTransport


def make_client(base_url: str) -> ConsentRegistry:
    return ConsentRegistry(BrickTransport(BrickSettings(base_url=base_url, token=SecretStr("tok"))))


def call(client: ConsentRegistry):
    return client.register(ConsentRequest("brand-1", "12345678909", ("ACCOUNTS_READ",)))
