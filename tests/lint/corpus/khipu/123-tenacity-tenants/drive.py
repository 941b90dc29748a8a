from khipu_gateway import KhipuGateway
from settings import Tenants, TenantSettings


def make_client(base_url: str):
    return KhipuGateway(base_url, Tenants(acme=TenantSettings("tok")), [].append)


def call(client):
    return client.run("acme", "banks/bci.cl/movements", Username="u", Password="p")
