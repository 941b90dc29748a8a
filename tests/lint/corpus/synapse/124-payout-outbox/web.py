from flask import Flask, g, jsonify

from synapse_http import ActionPending, SynapseProblem, ValueRefused

app = Flask(__name__)


@app.errorhandler(ActionPending)
def still_pending(exc):
    return jsonify(state="pending", code=exc.error_code, detail=exc.text), 202


@app.errorhandler(SynapseProblem)
def synapse_problem(exc):
    status = 409 if isinstance(exc, ValueRefused) else 502
    return jsonify(error="payout_failed", code=exc.error_code, http_code=exc.http_code, detail=exc.text), status


@app.post("/payouts/<int:payout_id>/now")
def pay_now(payout_id):
    row = g.payouts.get(payout_id)
    trans = g.synapse.pay(row.user_id, row.node_id, row.body, key=f"payout-{payout_id}")
    g.payouts.mark_sent(payout_id, trans["_id"])
    return jsonify(transaction=trans["_id"])
