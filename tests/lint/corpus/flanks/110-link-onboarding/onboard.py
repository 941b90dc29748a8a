"""Called by the web app after the redirect:  python onboard.py LINK_CODE"""
import json
import logging
import os
import sys

from exceptions import BankDown, DataUnavailable, FlanksError, GaveUpWaiting, SecurityReview, UserMustAct
from flanks import FlanksClient


def onboard(client, link_code):
    try:
        token, active = client.exchange(link_code)
        if not active:
            return {"state": "in_review", "token": token, "check_after_hours": 24}
        errored = client.wait_until_ready(token)
        portfolio = client.portfolio(token)
    except SecurityReview as exc:
        return {"state": "in_review", "detail": exc.error, "error_code": exc.error_code, "check_after_hours": 24}
    except UserMustAct as exc:
        return {"state": "ask_user", "detail": exc.error, "error_code": exc.error_code}
    except BankDown as exc:
        return {"state": "bank_down", "detail": exc.error, "error_code": exc.error_code}
    except DataUnavailable as exc:
        return {"state": "open_ticket", "detail": exc.error, "error_code": exc.error_code}
    except GaveUpWaiting as exc:
        return {"state": "still_pending", "token": str(exc)}
    return {"state": "partial" if errored else "done", "token": token, "errored": errored, "portfolio": portfolio}


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    flanks = FlanksClient(os.environ["FLANKS_ID"], os.environ["FLANKS_SECRET"])
    try:
        print(json.dumps(onboard(flanks, sys.argv[1])))
    except FlanksError as error:
        logging.error("flanks refused: %s", error)
        sys.exit(1)
