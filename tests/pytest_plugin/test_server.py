"""The loopback server and the little HTTP that it speaks."""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Iterator

import pytest
import requests

from errpact.contracts import Reply
from errpact.pytest_plugin import clock_running, scripts
from errpact.pytest_plugin.actions import Action, Fault
from errpact.pytest_plugin.clock import Clock
from errpact.pytest_plugin.server import Server
from errpact.pytest_plugin.wire import BadRequest, Request, encode, parse


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def talk(server: Server, data: bytes) -> bytes:
    """Send bytes, read until the server has answered and is silent, or closes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(data)
        received = b""
        try:
            while chunk := connection.recv(65536):
                received += chunk
                connection.settimeout(0.3)
        except TimeoutError:
            pass
        return received


def test_it_listens_on_the_loopback_only(server: Server) -> None:
    assert server.url == f"http://127.0.0.1:{server.port}"
    assert server._ports.listener.getsockname()[0] == "127.0.0.1"


def test_requests_arrive_as_they_were_sent(server: Server) -> None:
    server.play(scripts.always(Action(Reply(200, {"ok": True}))))
    reply = requests.put(f"{server.url}/a%20b?x=1&y=", json={"n": 1}, headers={"X-Own": "v"}, timeout=5)
    assert reply.json() == {"ok": True}
    [hit] = server.hits
    assert (hit.request.method, hit.request.path) == ("PUT", "/a b")
    assert hit.request.query == {"x": "1", "y": ""}
    assert hit.request.json() == {"n": 1}
    assert hit.request.header("x-OWN") == "v"


def test_connections_are_kept(server: Server) -> None:
    server.play(scripts.always(Action(Reply(200, {}))))
    with requests.Session() as session:
        for _ in range(3):
            session.get(server.url, timeout=5)
    assert len(server.hits) == 3
    assert b"HTTP/1.1 200 OK" in talk(server, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")


def test_two_requests_in_one_packet_get_two_replies(server: Server) -> None:
    server.play(scripts.sequence(scripts.always(Action(Reply(200, n))) for n in (1, 2)))
    data = talk(server, b"GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n")
    assert data.count(b"HTTP/1.1 200") == 2


def test_chunked_bodies_and_expect_continue(server: Server) -> None:
    server.play(scripts.always(Action(Reply(200, {}))))
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request(
        "POST", "/", iter([b"ab", b"cde"]), encode_chunked=True, headers={"Transfer-Encoding": "chunked"}
    )
    assert connection.getresponse().status == 200
    connection.close()
    assert server.hits[0].request.body == b"abcde"
    assert b"100 Continue" in talk(server, b"POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")


def test_head_has_no_body(server: Server) -> None:
    server.play(scripts.always(Action(Reply(200, {"a": 1}))))
    assert talk(server, b"HEAD / HTTP/1.1\r\n\r\n").endswith(b"\r\n\r\n")


def test_what_is_no_http_gets_400(server: Server) -> None:
    assert b" 400 " in talk(server, b"hello\r\n\r\n")
    assert b" 400 " in talk(server, b"GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n")


def test_a_reset_is_a_connection_error(server: Server) -> None:
    server.play(scripts.always(Action(Reply(200, {}), fault=Fault.RESET)))
    with pytest.raises(requests.ConnectionError):
        requests.get(server.url, timeout=5)


def test_a_slow_reply_arrives_whole(server: Server) -> None:
    server.play(scripts.always(Action(Reply(200, {"text": "x" * 500}), fault=Fault.SLOW)))
    assert requests.get(server.url, timeout=5).json() == {"text": "x" * 500}


def test_after_the_limit_connections_are_cut(server: Server) -> None:
    called: list[bool] = []
    server.play(scripts.always(Action(Reply(200, {}))), limit=2, on_limit=lambda: called.append(True))
    for _ in range(2):
        requests.get(server.url, timeout=5)
    for _ in range(2):
        with pytest.raises(requests.ConnectionError):
            requests.get(server.url, timeout=5)
    assert called == [True]
    assert len(server.hits) == 2


def test_hits_carry_the_virtual_time(server: Server) -> None:
    server.play(scripts.always(Action(Reply(200, {}))))
    with clock_running.running(Clock(quiesce=server.quiesce)):
        requests.get(server.url, timeout=5)
        time.sleep(3600)
        requests.get(server.url, timeout=5)
    first, second = server.hits
    assert second.at - first.at == pytest.approx(3600, abs=2)
    assert second.skipped - first.skipped == pytest.approx(3600)


def test_quiesce_says_whether_there_was_work(server: Server) -> None:
    server.quiesce()
    assert not server.quiesce()
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n")
        assert server.quiesce()
        # On a loaded machine the connection and what came over it are seen one after the other.
        assert False in [server.quiesce() for _ in range(20)]


def test_a_reply_sent_before_the_question_counts(server: Server) -> None:
    """Who looked at its sockets before that reply must look again, else it takes a busy server for a silent one."""
    server.play(scripts.always(Action(Reply(200, {}))))
    server.quiesce()
    requests.get(server.url, timeout=5)
    assert server.quiesce()


def test_a_caller_that_is_stopped_takes_nobody_elses_turn(server: Server) -> None:
    server.quiesce()
    server._handshake._number += 1
    server._handshake._asking.send(bytes((server._handshake._number,)))
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n")
        assert server.quiesce()
        assert False in [server.quiesce() for _ in range(20)]  # as above


def test_a_script_that_fails_is_kept_for_the_test(server: Server) -> None:
    def script(request: Request) -> Action:
        raise KeyError("mine")

    server.play(script)
    assert requests.get(server.url, timeout=5).status_code == 500
    assert isinstance(server.error, KeyError)


def test_closing_frees_the_port_and_is_idempotent() -> None:
    server = Server()
    server.close()
    server.close()
    assert not server.quiesce()
    Server(server.port).close()


@pytest.mark.parametrize(
    "data",
    [
        b"GET / HTTP/1.1\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nab",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab",
    ],
)
def test_an_incomplete_request_is_none(data: bytes) -> None:
    assert parse(bytearray(data)) is None


def test_a_chunk_without_a_size_is_no_request() -> None:
    with pytest.raises(BadRequest, match="chunk size"):
        parse(bytearray(b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))


def test_headers_given_win() -> None:
    data = encode(Reply(200, b"<p>", {"Content-Type": "text/html", "content-length": "3"}))
    assert data.lower().count(b"content-type") == 1
    assert data.lower().count(b"content-length") == 1


def test_json_is_utf8_and_unknown_statuses_have_a_reason() -> None:
    assert json.loads(encode(Reply(299, {"t": "não"})).partition(b"\r\n\r\n")[2]) == {"t": "não"}
    assert encode(Reply(299, None)).startswith(b"HTTP/1.1 299 Status\r\n")


class TestScripts:
    """Which reply the n-th request gets."""

    GET = Request("GET", "/")
    A, B = Action(Reply(400)), Action(Reply(200), "success")

    def test_fail_then(self) -> None:
        script = scripts.fail(2, scripts.always(self.A), scripts.always(self.B))
        assert [script(self.GET) for _ in range(4)] == [self.A, self.A, self.B, self.B]

    def test_a_sequence_stays_at_its_last(self) -> None:
        script = scripts.sequence(map(scripts.always, (self.A, self.B)))
        assert [script(self.GET) for _ in range(3)] == [self.A, self.B, self.B]

    def test_alternation_starts_again(self) -> None:
        script = scripts.alternate(map(scripts.always, (self.A, self.B)))
        assert [script(self.GET) for _ in range(3)] == [self.A, self.B, self.A]

    @pytest.mark.parametrize("make", [scripts.sequence, scripts.alternate])
    def test_nothing_is_no_script(self, make: object) -> None:
        with pytest.raises(scripts.InvalidArgument, match="at least one"):
            make([])  # type: ignore[operator]

    def test_success_may_be_json_a_reply_or_a_function(self) -> None:
        for success in ({"a": 1}, Reply(200, {"a": 1}), lambda request: {"a": 1}, lambda request: Reply(200, {"a": 1})):
            assert scripts.success_reply(success, self.GET) == Reply(200, {"a": 1})

    @pytest.mark.parametrize(
        ("pattern", "fits"),
        [("POST /v0/token", True), ("/v0/token", True), ("post /v0/*", True), ("GET /v0/token", False), ("/v0", False)],
    )
    def test_routes_name_method_and_path(self, pattern: str, fits: bool) -> None:
        assert scripts.matches(pattern, Request("POST", "/v0/token?x=1")) is fits

    def test_routes_come_before_the_target_and_the_rest_succeeds(self) -> None:
        script = scripts.routed(
            scripts.always(self.A), routes={"/token": {"t": 1}}, target="GET /case", otherwise={"ok": 1}
        )
        roles = [script(Request("GET", path)).role for path in ("/token", "/case", "/other")]
        assert roles == ["route", "case", "other"]
