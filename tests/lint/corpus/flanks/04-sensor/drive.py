from flanks_api import Flanks
from sensor import Sensor


def make_client(base_url: str) -> Sensor:
    return Sensor(Flanks("test-token", url=base_url), limite=3)


def call(client: Sensor):
    return client("credentials-token")
