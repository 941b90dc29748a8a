"""Bank connection step of the loan application."""
import time

import http_utils
import klavi_codes
import settings


def connect_bank(session, customer, base_url=settings.KLAVI_URL):
    """Connects the customer's bank; waits for a running registration, for anything else it gives up at once."""
    url = base_url + "/open-data/v1/connections"
    payload = {
        "cpf": customer["cpf"],
        "institution": customer["bank"],
        "login": customer["login"],
        "password": customer["password"],
    }
    for attempt in range(settings.REGISTRATION_TRIES):
        code, body, status = http_utils.send(session, "POST", url, json=payload)
        if code != klavi_codes.REGISTRATION_RUNNING:
            break
        if attempt < settings.REGISTRATION_TRIES - 1:
            time.sleep(settings.REGISTRATION_WAIT)

    if code == klavi_codes.OK:
        return _application(body, complete=True)
    if code in klavi_codes.GAPS:
        return _application(body, complete=False, code=code, missing=klavi_codes.GAPS[code])
    raise http_utils.problem(code, body, status)


def allow_auto_update(session, connection_key, allow=True, base_url=settings.KLAVI_URL):
    code, body, status = http_utils.send(
        session,
        "POST",
        base_url + "/open-data/v1/user-data/update",
        json={"connectionKey": connection_key, "allowAutoUpdate": allow},
    )
    if code != klavi_codes.OK:
        raise http_utils.problem(code, body, status)


def _application(body, complete, **extra):
    data = body.get("data") or {}
    return {
        "report": data.get("report_id"),
        "accounts": len(data.get("accounts") or []),
        "complete": complete,
        **extra,
    }
