"""payout FROM_NODE TO_NODE AMOUNT: sends money and prints what became of it."""
from __future__ import annotations

import sys
import uuid

from middleware import Refusal, build, checked, idempotent, signed
from wire import Request, urlopen_handler

STATUS = {
    "100": 78, "110": 77, "120": 77, "200": 65, "300": 77, "400": 65, "404": 66,
    "410": 77, "429": 75, "450": 73, "460": 70, "500": 70, "503": 75,
}


def main(argv, base_url, user, headers, new_key=lambda: uuid.uuid4().hex, out=print):
    source, target, amount = argv
    send = build(urlopen_handler(base_url), checked, idempotent(new_key), signed(headers))
    try:
        reply = send(
            Request(
                f"/users/{user}/nodes/{source}/trans",
                {"to": {"type": "ACH-US", "id": target}, "amount": {"amount": float(amount), "currency": "USD"}},
            )
        )
    except Refusal as refusal:
        out(f"refused: {refusal}")
        if refusal.error_code == "450":
            out(f"the key {refusal.key} is taken, look the transaction up before paying again")
        return STATUS.get(refusal.error_code, 70)
    if reply.error_code == "10":
        out(f"{reply.id or '?'}\taccepted, not final")
        return 3
    out(f"{reply.id}\t{reply.recent_status.get('status', 'CREATED')}")
    return 0


if __name__ == "__main__":
    import os

    sys.exit(
        main(
            sys.argv[1:],
            os.environ["SYNAPSE_URL"],
            os.environ["SYNAPSE_USER"],
            lambda: {"X-SP-USER": os.environ["SYNAPSE_OAUTH"], "X-SP-GATEWAY": os.environ["SYNAPSE_GATEWAY"]},
        )
    )
