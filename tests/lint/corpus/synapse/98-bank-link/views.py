from __future__ import annotations

import logging
from functools import singledispatch

from banklink import Challenge, Declined, Linked, Why

log = logging.getLogger(__name__)


@singledispatch
def screen(answer) -> tuple[str, dict]:
    raise TypeError(f"no screen for {answer!r}")


@screen.register
def _(answer: Linked) -> tuple[str, dict]:
    return "accounts.html", {"nodes": answer.node_ids}


@screen.register
def _(answer: Challenge) -> tuple[str, dict]:
    return "question.html", {"token": answer.access_token, "question": answer.message}


@screen.register
def _(answer: Declined) -> tuple[str, dict]:
    log.warning("bank login declined: %s/%s %s", *answer.pair, answer.text)
    page = "login.html" if answer.why is Why.BAD_LOGIN else "sorry.html"
    return page, {"message": answer.why.value, "reference": "-".join(answer.pair)}
