"""Framework-neutral views used by the onboarding API."""
from bank_login import BankLogin, LoginResult
from errors import NoUsableAccount, SynapseError, UserInput


def render(result: LoginResult) -> tuple[int, dict]:
    if result.status == "question":
        return 202, {"question": result.question, "token": result.access_token}
    return 201, {"nodes": result.nodes}


def link_bank(service: BankLogin, user_id: str, form: dict[str, str]) -> tuple[int, dict]:
    try:
        if "token" in form:
            result = service.answer(user_id, form["token"], form["answer"])
        else:
            result = service.start(user_id, form["bank"], form["username"], form["password"])
    except UserInput as exc:
        return 422, {"error": "check-input", "code": exc.error_code, "detail": exc.text}
    except NoUsableAccount as exc:
        return 422, {"error": "no-account", "code": exc.error_code, "detail": exc.text}
    except SynapseError as exc:
        return 502, {"error": "synapse", "status": exc.http_code, "code": exc.error_code, "detail": exc.text}
    return render(result)
