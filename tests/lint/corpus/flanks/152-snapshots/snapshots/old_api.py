"""First version, urllib only. Kept for the migration notes, nobody imports it any more."""
import json
import urllib.error
import urllib.request


class OldFlanksError(Exception):
    pass


def positions(base_url, api_token, credentials_token):
    req = urllib.request.Request(
        base_url + "/v0/investment/positions",
        data=json.dumps({"credentials_token": credentials_token}).encode(),
        headers={"Authorization": "Bearer " + api_token, "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(req, timeout=40) as resp:
            body = json.load(resp)
    except urllib.error.HTTPError as exc:
        raise OldFlanksError("%s: %s" % (exc.code, exc.read().decode("utf-8", "replace")))
    if "error_code" in body:
        raise OldFlanksError("%(error_code)s" % body)
    return body["positions"]
