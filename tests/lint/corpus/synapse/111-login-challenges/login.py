"""Bank login with questions, as a generator the view layer drives over several HTTP requests of its own.

    flow = BankLogin(...).start("bofa", "user", "pw")
    question = next(flow)
    question = flow.send("my answer")      # until StopIteration, whose value is the list of nodes
"""
from __future__ import annotations

from collections.abc import Generator
from typing import Any, NamedTuple

import httpx

from wire import BAD_LOGIN, BANK_WANTS_USER, CHALLENGE, LINKED, MAINTENANCE, NO_ACH, WRONG_ANSWER, Answer


class Question(NamedTuple):
    text: str
    again: bool = False


class LoginFailed(Exception):
    advice = "contact us"

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"{answer.pair} {answer.text}")
        self.http_code = answer.pair.http
        self.error_code = answer.pair.code


class CheckCredentials(LoginFailed):
    advice = "check user name and password, or choose a supported bank"


class VisitYourBank(LoginFailed):
    advice = "sign in at your bank's own site first"


class NoUsableAccount(LoginFailed):
    advice = "choose a bank where you hold a checking account"


class TryAnotherDay(LoginFailed):
    advice = "the bank is under maintenance, come back later"


class TooManyQuestions(LoginFailed):
    advice = "start over"


ENDINGS = {
    BAD_LOGIN: CheckCredentials,
    BANK_WANTS_USER: VisitYourBank,
    NO_ACH: NoUsableAccount,
    MAINTENANCE: TryAnotherDay,
}

Flow = Generator[Question, str, list[dict[str, Any]]]


class BankLogin:
    QUESTIONS = 5

    def __init__(self, user_id: str, oauth: str, base_url: str = "https://uat-api.synapsefi.com") -> None:
        self._path = f"/v3.1/users/{user_id}/nodes"
        self._http = httpx.Client(base_url=base_url, headers={"X-SP-USER": f"{oauth}|fingerprint"}, timeout=90)

    def _post(self, **payload: Any) -> Answer:
        return Answer.of(self._http.post(self._path, json=payload))

    def start(self, bank: str, login: str, password: str) -> Flow:
        answer = self._post(type="ACH-US", info={"bank_id": login, "bank_pw": password, "bank_name": bank})
        question: Question | None = None
        access = ""
        for _ in range(self.QUESTIONS):
            if answer.pair == CHALLENGE:
                mfa = answer.doc.get("mfa") or {}
                access = mfa.get("access_token", access)
                question = Question(mfa.get("message", ""))
            elif answer.pair == WRONG_ANSWER and question is not None:
                question = question._replace(again=True)
            else:
                break
            typed = yield question
            answer = self._post(access_token=access, mfa_answer=typed)
        if answer.pair == LINKED:
            return answer.doc["nodes"]
        if answer.pair in (CHALLENGE, WRONG_ANSWER) and question is not None:
            raise TooManyQuestions(answer)
        raise ENDINGS.get(answer.pair, LoginFailed)(answer)
