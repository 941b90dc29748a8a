from __future__ import annotations

import os

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel

from synapse import (
    AccountNeedsAttention,
    BadBankCredentials,
    Linked,
    NoEligibleAccount,
    SynapseClient,
    SynapseError,
    TemporarilyUnavailable,
    WrongAnswer,
)

router = APIRouter(prefix="/bank-login")

ADVICE = [
    (BadBankCredentials, 422, "check-credentials"),
    (WrongAnswer, 422, "answer-again"),
    (AccountNeedsAttention, 409, "visit-your-bank"),
    (NoEligibleAccount, 409, "choose-another-account"),
    (TemporarilyUnavailable, 503, "try-later"),
    (SynapseError, 502, "see-details"),
]


class Login(BaseModel):
    bank: str
    username: str
    password: str


class Answer(BaseModel):
    token: str
    answer: str


def synapse(request: Request) -> SynapseClient:
    return SynapseClient(os.environ["SYNAPSE_GATEWAY"], request.headers["x-fingerprint"])


def present(outcome) -> dict:
    if isinstance(outcome, Linked):
        return {"linked": [node["_id"] for node in outcome.nodes]}
    return {"mfa": {"token": outcome.token, "question": outcome.question}}


def translate(exc: SynapseError) -> HTTPException:
    status, advice = next((s, a) for kind, s, a in ADVICE if isinstance(exc, kind))
    return HTTPException(status, {"advice": advice, "http_code": exc.http_code, "error_code": exc.error_code, "text": exc.text})


@router.post("/{user_id}")
def login(user_id: str, form: Login, client: SynapseClient = Depends(synapse)) -> dict:
    try:
        return present(client.login(user_id, form.bank, form.username, form.password))
    except SynapseError as exc:
        raise translate(exc) from exc


@router.post("/{user_id}/mfa")
def mfa(user_id: str, form: Answer, client: SynapseClient = Depends(synapse)) -> dict:
    try:
        return present(client.answer(user_id, form.token, form.answer))
    except SynapseError as exc:
        raise translate(exc) from exc
