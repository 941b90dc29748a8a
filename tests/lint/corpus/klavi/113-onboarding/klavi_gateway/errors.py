"""Klavi Open Data codes as we understand them, kept as rows so that support can read the file."""
from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    code: int
    slug: str
    owner: str
    again: bool = False


_ROWS: tuple[tuple, ...] = (
    (400, "signature_failed", "platform"),
    (401, "user_not_found", "platform"),
    (402, "user_credential_error", "customer"),
    (403, "bank_service_error", "customer"),
    (404, "unexpected_error", "klavi"),
    (405, "no_account_info", "customer"),
    (406, "wrong_password_too_often", "customer"),
    (407, "activation_problem", "customer"),
    (408, "account_blocked", "customer"),
    (409, "account_type_error", "customer"),
    (410, "input_format_error", "platform"),
    (411, "trace_id_missing", "platform"),
    (412, "token_not_required", "platform"),
    (413, "duplicated_login", "customer"),
    (414, "bank_security_measure", "customer"),
    (415, "registration_not_finished", "customer"),
    (416, "multiple_devices", "customer"),
    (417, "external_authenticator", "customer"),
    (418, "registration_not_found", "customer"),
    (419, "registration_limit", "customer"),
    (420, "regularization_required", "customer"),
    (429, "too_many_requests", "platform", True),
    (430, "data_deleted", "platform"),
    (431, "update_limit_exceeded", "platform"),
    (432, "institution_unavailable", "klavi"),
    (433, "password_error", "customer", True),
    (434, "wrong_mfa", "customer"),
    (435, "mfa_not_entered", "customer"),
    (500, "internal_server_error", "klavi", True),
    (501, "invalid_access", "platform"),
    (502, "partner_not_activated", "platform"),
    (503, "partner_credential_error", "platform"),
    (504, "permission_required", "platform"),
    (505, "parameter_missing", "platform"),
)

CATALOGUE: dict[int, Row] = {row[0]: Row(*row) for row in _ROWS}


class KlaviError(Exception):
    def __init__(self, code: int, message: str) -> None:
        self.row = CATALOGUE.get(code, Row(code, "unmapped", "klavi"))
        self.code = code
        self.message = message
        super().__init__(f"{code} {self.row.slug}: {message}")


def worth_another_go(exc: BaseException) -> bool:
    return isinstance(exc, KlaviError) and exc.row.again
