# errpact: provider=khipu
"""Letters that codes begin with: also those of codes that only a webhook carries."""

import requests


URL = "http://localhost:8080/v1/statements"


class KhipuError(Exception):
    def __init__(self, code, advice):
        super().__init__(f"{code}: {advice}")
        self.code = code
        self.advice = advice

    def blame(self):
        match self.code[:1], self.code[1:]:
            case "E", "000" | "999":
                return "unknown"
            case "E" | "P", _:
                return "ourselves"
            case ("D" | "F" | "I" | "L" | "T"), _:
                return "khipu"
        return "token"

    def late(self):
        return self.code.lower().startswith("l") or self.code[0].lower() == "l"

    def queue(self):
        return "slow" if self.code[:1] == "Q" else "fast"  # error: EP301 Q


def send(operation):
    body = requests.post(URL, json={"OperationId": operation}, timeout=30).json()
    if body["Status"] == "ERROR":
        raise KhipuError(body["Error"]["Code"], body["Error"]["Type"])
    return body["Data"]


def told(operation):
    try:
        return send(operation), None
    except KhipuError as error:
        return error.code, error.blame(), error.late(), error.queue()
