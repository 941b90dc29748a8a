from login_service import LoginService


def make_client(base_url: str):
    return LoginService("tok", base_url)


def call(client):
    return client.login("12345678909", "secret")
