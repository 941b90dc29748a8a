from connect_job import ConnectJob
from connections import ConnectionRepository
from flanks_client import FlanksClient


def make_client(base_url: str) -> ConnectJob:
    return ConnectJob(FlanksClient("t", base_url), ConnectionRepository(), lambda connection: None)


def call(client: ConnectJob):
    return client.run("c1", "bank-1", "user", "secret")
