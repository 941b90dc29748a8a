from flanks_gateway import FlanksGateway
from positions import PositionService


def make_client(base_url: str) -> PositionService:
    return PositionService(FlanksGateway(base_url, "access-token"))


def call(client: PositionService):
    return client.positions("cred-token")
