from itertools import count

from oauth import KeyRing
from user_calls import UserCalls


def make_client(base_url):
    numbers = count(1)
    return UserCalls(KeyRing(lambda user_id: f"oauth-{next(numbers)}"), "id|secret", "fp", base_url)


def call(client):
    return client.nodes("u1")
