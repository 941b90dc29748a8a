import recursos


def make_client(base_url: str):
    return ["--url", base_url, "--token", "test-token", "urn:brick:1"]


def call(argv):
    status = recursos.main(argv)
    if status:
        raise SystemExit(status)
    return status
