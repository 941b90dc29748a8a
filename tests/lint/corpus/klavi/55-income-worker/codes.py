from __future__ import annotations

DONE = range(200, 204)

# minutes, by code
NOT_YET = {414: 30, 415: 30}

PERSON = {
    402: "check the login data",
    405: "no account at this bank",
    406: "wait until tomorrow",
    407: "settle it with the bank",
    408: "reset the internet banking password",
    409: "choose another kind of account",
    413: "close the other sessions",
    433: "type the right password",
    434: "type the right token",
    435: "type the token",
}
