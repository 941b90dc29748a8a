"""The vocabulary that the partner portal shows. Shared by all bank connectors, so nothing of Khipu in here."""
from __future__ import annotations


class BankProblem(Exception):
    public_text = "The bank could not be read"

    def __init__(self, code: str, advice: str, text: str = "") -> None:
        super().__init__(f"{code} ({advice}) {text}".strip())
        self.code = code
        self.advice = advice


class WrongLogin(BankProblem):
    public_text = "Please check your user and password"


class NothingFound(BankProblem):
    public_text = "There is nothing in this period"


class BadRequest(BankProblem):
    public_text = "The request was refused"


class Glitch(BankProblem):
    """A hiccup on the other side. The facade goes again by itself."""

    public_text = "The bank is not available"
