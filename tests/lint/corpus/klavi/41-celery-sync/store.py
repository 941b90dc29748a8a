"""In-memory stand-in for the tables `connection` and `statement_line`."""
CONNECTIONS = {}
LINES = {}


def save_connection(user_id, connection):
    CONNECTIONS[user_id] = {"id": connection["connectionId"], "state": "connected", "code": None}


def save_lines(user_id, lines):
    known = LINES.setdefault(user_id, {})
    for line in lines:
        known[line["id"]] = line
    CONNECTIONS[user_id]["state"] = "synced"
    return len(known)


def mark_failed(user_id, code, text):
    CONNECTIONS.setdefault(user_id, {}).update(state="failed", code=code, text=text)
