from pydantic import SecretStr

from gateway import KlaviLinkGateway
from linking import LinkApplication, LinkingService
from settings import KlaviSettings


def make_client(base_url: str) -> LinkingService:
    settings = KlaviSettings(base_url=base_url, partner_code="p", partner_token=SecretStr("t"))
    return LinkingService(KlaviLinkGateway(settings))


def call(client: LinkingService):
    return client.link(LinkApplication("12345678909", "bank-1", "user", "secret"))
