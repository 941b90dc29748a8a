from __future__ import annotations

from typing import Iterable

import pandas as pd

from extract import Outcome

GRADES = {
    200: "complete",
    201: "user_must_authorise_more",
    202: "transactions_missing",
    203: "cpf_missing",
}


def outcomes_frame(outcomes: Iterable[Outcome]) -> pd.DataFrame:
    frame = pd.DataFrame(outcomes, columns=Outcome._fields)
    frame["grade"] = frame["code"].map(GRADES).fillna("failed")
    return frame


def transactions(frame: pd.DataFrame) -> pd.DataFrame:
    usable = frame[frame["grade"] != "failed"].explode("records").dropna(subset=["records"])
    flat = pd.json_normalize(usable["records"].tolist())
    flat["link_id"] = usable["link_id"].to_numpy()
    flat["grade"] = usable["grade"].to_numpy()
    if "amount" in flat:
        flat["amount"] = pd.to_numeric(flat["amount"], errors="coerce")
    return flat


def failures(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.loc[frame["grade"] == "failed", ["link_id", "code", "message"]]


def incomplete(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.loc[frame["code"].between(201, 203), ["link_id", "code", "grade", "message"]]
