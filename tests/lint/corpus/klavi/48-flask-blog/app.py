# Following the "Build a personal finance app with Flask" series, part 4: connecting the bank
import os
import logging

import requests
from flask import Flask, flash, redirect, render_template, request, session, url_for

app = Flask(__name__)
app.secret_key = os.environ.get("SECRET_KEY", "dev")

logging.basicConfig(level=logging.INFO)
logger = logging.getLogger(__name__)


class Klavi:
    """Small wrapper around the Klavi API"""

    def __init__(self, token, base_url="https://api.klavi.ai"):
        self.token = token
        self.base_url = base_url

    def headers(self):
        return {
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
        }

    def get_transactions(self, link_id):
        """Get the transactions of a link and return them as a list"""
        response = requests.get(
            f"{self.base_url}/data/v1/transactions",
            params={"linkId": link_id},
            headers=self.headers(),
            timeout=30,
        )
        result = response.json()
        # every 2xx code is a success
        if str(result["code"]).startswith("2"):
            return result["data"]
        raise Exception(f"Klavi error {result['code']}: {result['message']}")

    def connect(self, institution, cpf, password):
        """Start a connection. Returns a text for the user if there is a problem"""
        response = requests.post(
            f"{self.base_url}/data/v1/connect",
            json={"institution": institution, "cpf": cpf, "password": password},
            headers=self.headers(),
            timeout=30,
        )
        result = response.json()
        code = int(result["code"])
        logger.info("connect %s -> %s", institution, code)

        if code == 200:
            session["link_id"] = result["data"]["linkId"]
        elif code == 201:
            session["link_id"] = result["data"]["linkId"]
            return "Almost there! Please authorize the access in your bank's app."
        elif code == 402 or code == 433:
            return "Wrong user or password, please try again."
        elif code == 403 or code == 432:
            return "Your bank is not available right now, please come back later."
        elif code == 406:
            return "Too many attempts. Please wait 24 hours."
        elif code == 408:
            return "Your account is blocked. Please reset your internet banking password."
        elif code == 413:
            return "Please log out of your bank in all other devices."
        elif code == 415:
            return "Please wait 30 minutes and try again."


def get_client():
    return Klavi(os.environ["KLAVI_TOKEN"])


@app.route("/")
def index():
    return render_template("index.html", linked="link_id" in session)


@app.route("/connect", methods=["GET", "POST"])
def connect():
    if request.method == "POST":
        problem = get_client().connect(
            request.form["institution"],
            request.form["cpf"],
            request.form["password"],
        )
        if problem:
            flash(problem, "danger")
            return render_template("connect.html")
        flash("Bank connected!", "success")
        return redirect(url_for("index"))
    return render_template("connect.html")


@app.route("/transactions")
def transactions():
    if "link_id" not in session:
        return redirect(url_for("connect"))
    rows = get_client().get_transactions(session["link_id"])
    total = sum(row["amount"] for row in rows)
    return render_template("transactions.html", rows=rows, total=total)


if __name__ == "__main__":
    app.run(debug=True)
