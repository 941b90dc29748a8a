from __future__ import annotations

import requests

from results import Complete, Failed, Incomplete, Result, classify


class SnapshotClient:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self._url = f"{base_url}/open-data/v1/snapshots"
        self._auth = {"Authorization": f"Bearer {token}"}

    def snapshot(self, cpf: str) -> Result:
        response = requests.post(self._url, json={"cpf": cpf}, headers=self._auth, timeout=(3.05, 90))
        return classify(response.json())


def status_line(result: Result) -> str:
    """Text for the `status` column; support greps for the number."""
    match result:
        case Complete():
            return "complete"
        case Incomplete(code=code, gap=gap):
            return f"incomplete:{code}:{gap}"
        case Failed(code=code, blame=blame):
            return f"failed:{code}:{blame}"


def refresh(client: SnapshotClient, row: dict[str, str]) -> dict[str, str]:
    result = client.snapshot(row["cpf"])
    return {**row, "status": status_line(result)}
