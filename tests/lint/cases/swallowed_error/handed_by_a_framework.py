# errpact: provider=klavi
"""A handler's collaborator is what the function gives that its default names; another client's errors are its own."""

from typing import Annotated

import requests
from fastapi import Depends, FastAPI

app = FastAPI()
URL = "http://localhost:8080/v1/accounts"


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(body["code"], body.get("message"))
        self.code = body["code"]


class Klavi:
    def __init__(self, token):
        self.token = token

    def accounts(self, key):
        body = requests.post(URL, json={"connectionKey": key}, headers={"token": self.token}, timeout=30).json()
        if str(body["code"]) not in ("200", "201", "202", "203"):
            raise KlaviError(body)
        accounts = body.get("data") or []
        return {"accounts": accounts} if str(body["code"]) == "200" else {"partial": body["code"], "accounts": accounts}


class Book:
    def accounts(self, key):
        return {"accounts": [key]}


def klavi():
    return Klavi("token")


def book():
    return Book()


@app.get("/dropped")
def dropped(key: str, api=Depends(klavi)):
    try:
        return api.accounts(key)
    except KlaviError:  # error: EP204
        return {"accounts": []}


@app.get("/by-annotation")
def by_annotation(key: str, api: Annotated[object, Depends(klavi)]):
    try:
        return api.accounts(key)
    except KlaviError:  # error: EP204
        return {"accounts": []}


@app.get("/by-class")
def by_class(key: str, api: Klavi = Depends()):
    try:
        return api.accounts(key)
    except KlaviError as error:
        return {"failed": error.code, "accounts": []}


@app.get("/other")
def other(key: str, api=Depends(book)):
    try:
        return api.accounts(key)
    except KlaviError:
        return {"accounts": []}
