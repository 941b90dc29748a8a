"""What `careful` does with every case that Flanks documents."""

import pytest

from careful.flanks_api import FlanksApi


@pytest.mark.errpact("flanks")
def test_connecting_a_bank(errpact_case):
    errpact_case.check(
        lambda base_url: FlanksApi("id", "secret", base_url).connect_bank("santander", "user", "pass"),
        success={"credentials_token": "stored", "message": "User created successfully"},
    )


@pytest.mark.errpact("flanks")
def test_reading_accounts(errpact_case):
    errpact_case.check(
        lambda base_url: FlanksApi("id", "secret", base_url).accounts("stored"),
        success={"accounts": [{"iban": "ES9121000418450200051332", "balance": 120.5, "currency": "EUR"}]},
    )
