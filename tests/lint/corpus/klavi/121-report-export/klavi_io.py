"""Thin GET helper, shared by the notebooks that became scripts."""
import json
import urllib.error
import urllib.parse
import urllib.request


def fetch(base, path, params, token=""):
    """Return the decoded body, whatever the HTTP status: klavi tells its story in the body."""
    url = base.rstrip("/") + path + "?" + urllib.parse.urlencode(params)
    req = urllib.request.Request(url, headers={"Authorization": "Bearer " + token, "Accept": "application/json"})
    try:
        with urllib.request.urlopen(req, timeout=60) as fh:
            raw = fh.read()
    except urllib.error.HTTPError as err:
        raw = err.read()
    try:
        body = json.loads(raw)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        return {"code": "unreadable", "message": raw[:120].decode("utf-8", "replace")}
    return body
