"""Brick Bank's page, rule by rule (data receiver's view)."""
from __future__ import annotations

from rulebook import Again, Answer, Done, Fail, Rulebook, Verdict, exactly, starting

book = Rulebook()

SCHEDULE_50X = (3.0, 6.0, 12.0, 24.0, 48.0)
SOME_MINUTES = (300.0,)


@book.on(200)
def complete(answer: Answer) -> Verdict:
    data = answer.body.get("data") if isinstance(answer.body, dict) else None
    return Done(data) if isinstance(data, list) and not answer.code else Fail("success without data")


@book.on(202, 206)
def unfinished(answer: Answer) -> Verdict:
    return Fail("accepted or cut to a range: not the whole list")


@book.on(500, 501, 502, 503, 504, 505, code=exactly("ERRO_NO_FLUXO_OIDC"))
def oidc(answer: Answer) -> Verdict:
    return Fail("Service Desk ticket with the interaction id")


@book.on(500, 501, 502, 503, 504, 505)
def server_side(answer: Answer) -> Verdict:
    return Again(SCHEDULE_50X)


@book.on(400, code=starting("ERRO_CHAMADA_", "TIMEOUT_"))
def other_institution_is_slow(answer: Answer) -> Verdict:
    return Again(SOME_MINUTES)


@book.on(400, 422, code=starting("PERMISSAO_", "PERMISSOES_"))
def permissions(answer: Answer) -> Verdict:
    return Fail("review the set of permissions")


@book.on(400, 422, code=starting("DATA_"))
def dates(answer: Answer) -> Verdict:
    return Fail("expiration or payment date")


@book.on(400, 401, 404, 422, code=starting("CONSENTIMENTO_", "OPERACAO_", "DEPENDE_"))
def consent(answer: Answer) -> Verdict:
    return Fail("consult the consent and its history")


@book.on(401, 403)
def authentication(answer: Answer) -> Verdict:
    return Fail("token, identity provider or brand")


@book.on(404)
def not_found(answer: Answer) -> Verdict:
    return Fail("path, directory entry or id")


@book.on(423)
def monthly_limit(answer: Answer) -> Verdict:
    return Fail("operational limit: next month")


@book.on(429, 529)
def too_fast(answer: Answer) -> Verdict:
    return Fail("slow down")


@book.on(400, 422)
def request(answer: Answer) -> Verdict:
    return Fail("correct the request")
