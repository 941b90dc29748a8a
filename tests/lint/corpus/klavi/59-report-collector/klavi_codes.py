from datetime import timedelta

OK = "200"

# The report is usable, but something is not in it.
INCOMPLETE = {
    "201": "user has to grant a further authorization",
    "202": "some transaction details could not be downloaded",
    "203": "report came without CPF",
}

THROTTLED = "429"

# When the customer may be invited to connect once more.
INVITE_AFTER = {
    "406": timedelta(hours=24),
    "414": timedelta(hours=24),
    "415": timedelta(minutes=30),
}
