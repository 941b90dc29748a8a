import io
import sys

import flanks_export


def make_client(base_url: str):
    scheme, _, host = base_url.partition("://")
    return ["-H", host.rstrip("/")] + ([] if scheme == "https" else ["--insecure"]) + ["ct-1"]


def call(argv):
    out = io.StringIO()
    status = flanks_export.main(argv, bearer=lambda: "test-token", out=out)
    if status:
        sys.exit(status)
    return out.getvalue()
