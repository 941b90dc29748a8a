from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, NamedTuple, TypeAlias

Gap = Literal["extra-authorization", "transactions", "cpf"]


@dataclass(frozen=True, slots=True)
class Connected:
    connection_id: str
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class UserMustAct:
    code: int
    instruction: str
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Postponed:
    code: int
    until: datetime


@dataclass(frozen=True, slots=True)
class Failed:
    code: int
    message: str


Outcome: TypeAlias = Connected | UserMustAct | Postponed | Failed


class Gapped(NamedTuple):
    code: int
    gap: Gap


class Delay(NamedTuple):
    code: int
    wait: timedelta


class Instruction(NamedTuple):
    code: int
    text: str
    after: timedelta = timedelta()


GAPS = {row.code: row.gap for row in (
    Gapped(201, "extra-authorization"),
    Gapped(202, "transactions"),
    Gapped(203, "cpf"),
)}

DELAYS = {row.code: row.wait for row in (
    Delay(403, timedelta(hours=2)),
    Delay(414, timedelta(hours=24)),
    Delay(415, timedelta(minutes=30)),
    Delay(432, timedelta(hours=1)),
)}

INSTRUCTIONS = {row.code: row for row in (
    Instruction(402, "check the credentials and connect again"),
    Instruction(406, "wait one day before logging in again", timedelta(days=1)),
    Instruction(407, "settle the pending issue with your bank"),
    Instruction(408, "reset the internet banking password"),
    Instruction(409, "use an account of a supported type"),
    Instruction(410, "check the format of the credentials"),
    Instruction(413, "close the other open sessions"),
    Instruction(416, "allow access from several devices"),
    Instruction(417, "log in with the bank's own credentials"),
    Instruction(418, "register at the institution first"),
    Instruction(419, "go to a Caixa branch"),
    Instruction(420, "go to a Caixa branch"),
    Instruction(433, "enter the right password"),
    Instruction(434, "enter the right MFA token"),
    Instruction(435, "enter the MFA token"),
)}


@dataclass(frozen=True, slots=True)
class LinkRequest:
    institution: str
    cpf: str
    secret: str = field(repr=False)
