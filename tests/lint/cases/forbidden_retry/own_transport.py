# errpact: provider=flanks
"""A transport of the project's own between httpx and the wire: one resends whatever failed, one what it may."""

import time

import httpx

AGAIN = {20001, 20002, 50001}


class Blanket(httpx.BaseTransport):
    def __init__(self, inner):
        self.inner = inner

    def handle_request(self, request):
        for _ in range(2):
            response = self.inner.handle_request(request)
            if response.status_code < 400:  # error: EP101
                break
            time.sleep(48 * 3600)
        return response


class Choosing(httpx.BaseTransport):
    def __init__(self, inner):
        self.inner = inner

    def handle_request(self, request):
        response = self.inner.handle_request(request)
        for wait in (60, 600):
            response.read()
            if response.status_code < 400 or response.json().get("error_code") not in AGAIN:
                break
            time.sleep(wait)
            response = self.inner.handle_request(request)
        return response


class Always(httpx.AsyncHTTPTransport):
    async def handle_async_request(self, request):
        response = await super().handle_async_request(request)
        if response.status_code >= 400:  # error: EP101
            time.sleep(48 * 3600)
            response = await super().handle_async_request(request)
        return response


def checked(response):
    body = response.json()
    if response.status_code != 200:
        raise ValueError(body)
    return body["accounts"]


def blanket(token):
    with httpx.Client(transport=Blanket(httpx.HTTPTransport()), timeout=30) as client:
        return checked(client.post("http://localhost:8080/v0/bank/account", json={"token": token}))


def choosing(token):
    with httpx.Client(mounts={"all://": Choosing(httpx.HTTPTransport(retries=2))}, timeout=30) as client:
        return checked(client.post("http://localhost:8080/v0/bank/account", json={"token": token}))


async def always(token):
    async with httpx.AsyncClient(transport=Always(), timeout=30) as client:
        return checked(await client.post("http://localhost:8080/v0/bank/account", json={"token": token}))
