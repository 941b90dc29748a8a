import os

from flask import Flask, jsonify, request, session

from klavi_api import TEXTS, KlaviApi

app = Flask(__name__)
app.secret_key = os.environ.get("SECRET", "dev")


def api():
    return KlaviApi(os.environ["KLAVI_PARTNER"], os.environ["KLAVI_TOKEN"])


@app.post("/wizard/connect")
def connect():
    form = request.get_json()
    state = api().connect(form["institution"], form["fields"])
    session["state"] = state
    if state == "connected":
        session.setdefault("institutions", []).append(form["institution"])
    return jsonify(state=state, text=TEXTS[state])


@app.get("/wizard/state")
def state():
    return jsonify(state=session.get("state", "new"), institutions=session.get("institutions", []))


if __name__ == "__main__":
    app.run(debug=True)
