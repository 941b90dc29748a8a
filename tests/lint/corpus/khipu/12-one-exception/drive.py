from movements import Movements
from robot import Robot


def make_client(base_url: str):
    return Robot(Movements("jwt", base_url + "/v1/cl/banks"))


def call(client):
    return client.reconcile("bci.cl", "11111111-1", "secret")
