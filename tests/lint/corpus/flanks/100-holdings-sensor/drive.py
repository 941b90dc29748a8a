from flanks_hook import FlanksHook
from sensors import HoldingsSensor


def make_client(base_url: str) -> HoldingsSensor:
    return HoldingsSensor(FlanksHook("test-token", base_url))


def call(client: HoldingsSensor):
    return client.execute({"token": "cred-1"})
