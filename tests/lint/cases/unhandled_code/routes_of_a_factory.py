# errpact: provider=khipu
"""A decorator that looks like a request says what the program answers; a call inside of the handler asks."""

import httpx
from fastapi import APIRouter, FastAPI


class Desk:
    def __init__(self, base_url):
        self.http = httpx.Client(base_url=base_url)
        self.results = {}

    def statement(self, account):
        body = self.http.post("/v1/cl/banks/x/statement", json={"Account": account}).json()
        return body["Data"]  # error: EP201

    def absorb(self, notice):
        self.results[notice["OperationId"]] = notice.get("Error") or notice["Data"]


def make_app(desk: Desk):
    app = FastAPI()

    @app.post("/hooks/khipu")
    def hook(notice: dict):
        desk.absorb(notice)
        return {"seen": True}

    @app.get("/v1/cl/health")
    def health():
        return {"up": True}

    return app


def make_router(desk: Desk):
    router = APIRouter()

    @router.post("/hooks/khipu/again")
    async def hook(notice: dict):
        desk.absorb(notice)

    return router
