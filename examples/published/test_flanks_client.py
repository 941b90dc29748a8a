"""What flanks-client 0.1.0 does with every case that Flanks documents: four of its operations."""

import pytest
from flanks import FlanksClient


@pytest.mark.errpact("flanks")
def test_a_raw_call(errpact_case):
    async def call(base_url):
        async with FlanksClient("id", "secret", base_url=base_url) as client:
            return await client.transport.api_call("/v0/bank/credentials", {"bank": "santander"})

    errpact_case.check(call, success={"credentials_token": "stored", "message": "User created successfully"})


@pytest.mark.errpact("flanks")
def test_the_status_of_a_credential(errpact_case):
    async def call(base_url):
        async with FlanksClient("id", "secret", base_url=base_url) as client:
            return await client.credentials.get_status("stored")

    errpact_case.check(call, success={"pending": False, "blocked": False, "errored": False, "name": "santander"})


@pytest.mark.errpact("flanks")
def test_deleting_a_credential(errpact_case):
    async def call(base_url):
        async with FlanksClient("id", "secret", base_url=base_url) as client:
            return await client.credentials.delete("stored")

    errpact_case.check(call, success={})


@pytest.mark.errpact("flanks")
def test_asking_for_a_second_factor(errpact_case):
    async def call(base_url):
        async with FlanksClient("id", "secret", base_url=base_url) as client:
            return await client.credentials.force_sca("stored")

    errpact_case.check(call, success={"sca_token": "token for the second factor"})
