import os

from flask import Flask, jsonify, request

from banklink.client import BankLinkClient
from banklink.handlers import OnboardingMixin

app = Flask(__name__)


class Onboarding(OnboardingMixin):
    def __init__(self):
        self.client = BankLinkClient(os.environ["SYNAPSE_GATEWAY"], os.environ["SYNAPSE_USER"])


@app.route("/onboarding/link", methods=["POST"])
def link():
    return jsonify(Onboarding().link(request.get_json()))
