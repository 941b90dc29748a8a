# errpact: provider=brick
"""What httpx's `auth=` sends again: after a new token, or as it was."""

import httpx

BASE = "https://api.brickbank.com.br"


class BrickError(Exception):
    def __init__(self, response):
        super().__init__(f"{response.status_code}: {response.text}")
        self.status = response.status_code
        self.body = response.json() if response.content else {}
        self.code = self.body.get("code")


class Renewing(httpx.Auth):
    requires_response_body = True

    def __init__(self, client_id, secret):
        self.client_id = client_id
        self.secret = secret
        self.token = None

    def renew(self):
        response = yield httpx.Request("POST", BASE + "/oauth/token", json={"grant_type": "client_credentials"})
        self.token = response.json()["access_token"]

    def auth_flow(self, request):
        if self.token is None:
            yield from self.renew()
        request.headers["Authorization"] = f"Bearer {self.token}"
        response = yield request
        if response.status_code == 401 and response.json().get("code") == "TOKEN_NAO_AUTORIZADO":
            yield from self.renew()
            request.headers["Authorization"] = f"Bearer {self.token}"
            yield request


class Insisting(httpx.Auth):
    requires_response_body = True

    def __init__(self, token):
        self.token = token

    def auth_flow(self, request):
        request.headers["Authorization"] = f"Bearer {self.token}"
        response = yield request
        if response.status_code in (401, 403):  # error: EP101
            yield request


class Signing(httpx.Auth):
    def __init__(self, token):
        self.token = token

    def auth_flow(self, request):
        request.headers["Authorization"] = f"Bearer {self.token}"
        yield request


def _read(client, path):
    response = client.get(path)
    if response.status_code != 200:
        raise BrickError(response)
    return response.json()["data"]


def accounts(client_id, secret):
    with httpx.Client(base_url=BASE, auth=Renewing(client_id, secret)) as client:
        return _read(client, "/accounts/v1/accounts")


def accounts_insisting(token):
    with httpx.Client(base_url=BASE, auth=Insisting(token)) as client:
        return _read(client, "/accounts/v1/accounts")


def accounts_once(token):
    with httpx.Client(base_url=BASE, auth=Signing(token)) as client:
        return _read(client, "/accounts/v1/accounts")


async def accounts_at_once(token):
    async with httpx.AsyncClient(base_url=BASE, auth=Signing(token)) as client:
        response = await client.get("/accounts/v1/accounts")
        if response.status_code != 200:
            raise BrickError(response)
        return response.json()["data"]
