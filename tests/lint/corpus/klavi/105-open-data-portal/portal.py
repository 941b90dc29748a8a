import os

from flask import Flask, jsonify

from klavi_client import KlaviClient, KlaviError, UserMustAct

app = Flask(__name__)
klavi = KlaviClient(os.environ.get("KLAVI_PARTNER", ""), os.environ.get("KLAVI_TOKEN", ""))


@app.errorhandler(UserMustAct)
def user_must_act(exc):
    return jsonify(action=exc.text, not_before=exc.not_before.isoformat(), code=exc.code), 409


@app.errorhandler(KlaviError)
def klavi_failed(exc):
    app.logger.error("%s", exc)
    if exc.code in ("404", "500"):
        open_ticket(exc)
    return jsonify(error="klavi", code=exc.code, message=exc.message), 502


@app.get("/links/<link_id>/report")
def report(link_id):
    result = klavi.report(link_id)
    return jsonify(data=result.data, complete=result.complete, warnings=result.warnings)


def open_ticket(exc):
    # TODO: plug in the help desk API
    app.logger.critical("TICKET klavi %s %s", exc.code, exc.message)
