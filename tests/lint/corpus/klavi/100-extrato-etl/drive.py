import io

from etl import Etl, KlaviReports


def make_client(base_url: str) -> Etl:
    return Etl(KlaviReports("partner", "token", base_url=base_url), io.StringIO(), io.StringIO())


def call(client: Etl):
    return client.one("c-1")
