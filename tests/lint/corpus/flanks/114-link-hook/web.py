from __future__ import annotations

import os

from flask import Flask, abort, request, session

from exchange import Connected, LinkExchange, UnderChecks, page_for

app = Flask(__name__)
app.secret_key = os.environ.get("SECRET_KEY", "dev")


@app.get("/flanks/return")
def flanks_return():
    if request.args.get("state") != session.get("flanks_state"):
        abort(400)
    code = request.args.get("code")
    if code in (None, "", "cancelled"):
        return "You closed the window before finishing.", 200
    answer = LinkExchange(os.environ["FLANKS_TOKEN"]).swap(code)
    match answer:
        case Connected(token):
            session["flanks"] = {"token": token, "ready": True}
        case UnderChecks(token, _):
            session["flanks"] = {"token": token, "ready": False}
        case rejected:
            app.logger.error("link code refused: %r", rejected)
    return page_for(answer)
