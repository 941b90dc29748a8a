import os
import sqlite3

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

from flanks_client import FlanksClient, FlanksError

app = FastAPI()
flanks = FlanksClient(os.environ.get("FLANKS_TOKEN", ""))


def db():
    con = sqlite3.connect(os.environ.get("DB", "onboard.db"))
    con.execute("create table if not exists cred (customer text, token text, state text)")
    return con


class Manual(BaseModel):
    customer: str
    bank: str
    user: str
    password: str


class Otp(BaseModel):
    token: str
    otp: str


@app.get("/flanks/callback")
def callback(code: str, customer: str):
    try:
        token = flanks.exchange(code)
    except FlanksError as e:
        raise HTTPException(502, {"flanks": e.error_code, "status": e.status, "error": e.error})
    with db() as con:
        con.execute("insert into cred values (?, ?, 'active')", (customer, token))
    return {"state": "active"}


@app.post("/credentials")
def manual(m: Manual):
    try:
        token = flanks.create(m.bank, m.user, m.password)
    except FlanksError:
        raise HTTPException(502, "could not connect the bank")
    with db() as con:
        con.execute("insert into cred values (?, ?, 'created')", (m.customer, token))
    return {"state": "created", "token": token}


@app.post("/credentials/otp")
def otp(o: Otp):
    try:
        flanks.send_sca(o.token, o.otp)
    except FlanksError as e:
        raise HTTPException(422, {"flanks": e.error_code, "status": e.status, "error": e.error})
    with db() as con:
        con.execute("update cred set state='sca_sent' where token=?", (o.token,))
    return {"state": "sca_sent"}
