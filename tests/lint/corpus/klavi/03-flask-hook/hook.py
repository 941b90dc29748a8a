"""Receives Klavi's notifications and tells the app what the customer should see."""
from __future__ import annotations

import os
import sqlite3
from datetime import datetime, timedelta, timezone

import requests
from flask import Flask, abort, g, jsonify, redirect, request, session

app = Flask(__name__)
app.secret_key = os.environ.get("FLASK_SECRET", "dev")

WIDGET = "https://open.klavi.ai/link"
SSO = "https://login.intranet.example/oauth2"

MISSING = {201: "authorization", 202: "transactions", 203: "cpf"}
PAUSE = {406: timedelta(hours=24), 414: timedelta(hours=24), 415: timedelta(minutes=30)}
SCREEN = {
    402: "check-credentials", 433: "check-credentials", 409: "other-account", 410: "check-credentials",
    407: "call-your-bank", 408: "reset-password", 413: "close-sessions", 419: "caixa-agency", 420: "caixa-agency",
    434: "mfa", 435: "mfa", 403: "bank-down", 432: "bank-down",
}


def db() -> sqlite3.Connection:
    if "db" not in g:
        g.db = sqlite3.connect(os.environ.get("LINKS_DB", "links.db"))
    return g.db


@app.get("/sso/callback")
def sso_callback():
    code = request.args.get("code")
    if not code:
        abort(401)
    answer = requests.post(f"{SSO}/token", data={"grant_type": "authorization_code", "code": code}, timeout=10)
    answer.raise_for_status()
    session["token"] = answer.json()["access_token"]
    return redirect("/")


@app.post("/hooks/klavi")
def klavi_event():
    event = request.get_json(force=True)
    code = int(event["code"])
    now = datetime.now(timezone.utc)
    if code == 200:
        state, screen, not_before = "complete", None, None
    elif missing := MISSING.get(code):
        state, screen, not_before = f"partial:{missing}", None, None
    else:
        state = "failed"
        screen = SCREEN.get(code, "support")
        not_before = now + PAUSE[code] if code in PAUSE else None
    with db() as conn:
        conn.execute(
            "insert into link_event(link_id, at, code, message, state, screen, not_before) values (?,?,?,?,?,?,?)",
            (event["linkId"], now, code, event.get("message"), state, screen, not_before),
        )
    return jsonify(code=0)


@app.post("/links/<link_id>/again")
def again(link_id: str):
    """The customer pressed "connect again"."""
    row = db().execute(
        "select not_before from link_event where link_id = ? order by at desc limit 1", (link_id,)
    ).fetchone()
    if row and row[0] and datetime.fromisoformat(row[0]) > datetime.now(timezone.utc):
        return jsonify(state="wait", until=row[0]), 429
    return redirect(f"{WIDGET}?linkId={link_id}")
