"""The loopback server against clients that misbehave: garbage, half-open, slow, vanishing; for long without growing."""

from __future__ import annotations

import contextlib
import os
import random
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from errpact.contracts import Reply
from errpact.pytest_plugin import scripts, server
from errpact.pytest_plugin.actions import Action
from errpact.pytest_plugin.server import Server

GOOD = b"GET /v0/accounts HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
BIG = Action(Reply(200, {"text": "x" * 8_000_000}))
GARBAGE = (
    b"\0" * 50 + b"\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",  # a TLS hello
    b"GET / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length: ²\r\n\r\n".encode("latin-1"),
    b"GET / HTTP/1.1\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-6\r\nabc\r\n",
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1" * 70_000,
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffff\r\n",
    b"X" * (1 << 20) + b"Y",
)


def wait_for(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether something holds before the time is over."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.001)
    return True


@pytest.fixture
def served() -> Iterator[Server]:
    made = Server()
    made.play(scripts.always(Action(Reply(200, {"ok": True}))))
    yield made
    made.close()
    assert not made.thread.is_alive()


def connect(to: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", to.port), timeout=30)


def read_reply(connection: socket.socket) -> bytes:
    """One whole reply; empty if the server closed."""
    data = b""
    while b"\r\n\r\n" not in data:
        if not (chunk := connection.recv(65536)):
            return data
        data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0] or 0)
    while len(body) < length:
        body += connection.recv(length - len(body))
    return head + body


def answers(to: Server) -> bool:
    with connect(to) as connection:
        connection.sendall(GOOD)
        return b" 200 OK" in read_reply(connection)


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


@pytest.mark.parametrize("garbage", GARBAGE, ids=lambda g: repr(g[:30]))
def test_garbage_is_refused_and_the_next_client_is_served(served: Server, garbage: bytes) -> None:
    with connect(served) as connection, contextlib.suppress(ConnectionError):
        connection.sendall(garbage)
        assert b" 400 " in read_reply(connection)
    assert answers(served)
    assert served.error is None


def test_a_client_that_takes_nothing_holds_nobody_up(served: Server) -> None:
    """Its reply doesn't fit into the kernel's buffers: it must wait, not the server."""
    served.play(scripts.always(BIG))
    with connect(served) as stuck:
        stuck.sendall(GOOD + GOOD)
        assert wait_for(lambda: len(served.hits) == 1, 10)
        served.play(scripts.always(Action(Reply(200, {"ok": True}))))
        assert answers(served)
        assert len(read_reply(stuck)) > 8_000_000  # at last it takes it whole,
        assert b'{"ok": true}' in read_reply(stuck)  # and the request that waited is answered


def test_a_client_that_closes_after_asking_gets_its_whole_reply(served: Server) -> None:
    served.play(scripts.always(BIG))
    with connect(served) as connection:
        connection.sendall(GOOD.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        connection.shutdown(socket.SHUT_WR)
        assert len(read_reply(connection)) > 8_000_000
        assert connection.recv(1) == b""


def test_half_open_connections_give_way_to_new_ones(served: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "CONNECTIONS", 20)
    with contextlib.ExitStack() as stack:
        silent = [stack.enter_context(connect(served)) for _ in range(30)]
        for one in silent:
            one.sendall(b"GET / HT")
        busy = stack.enter_context(connect(served))
        for _ in range(30):  # who talks is not the one that is closed
            busy.sendall(GOOD)
            assert b" 200 OK" in read_reply(busy)
            stack.enter_context(connect(served)).sendall(b"GET")
        assert len(served._connections) <= 20


def test_a_client_that_vanishes_is_forgotten(served: Server) -> None:
    served.play(scripts.always(BIG))
    for data in (b"", b"GET / HT", GOOD, GOOD + GOOD):
        connection = connect(served)
        connection.sendall(data)
        reset(connection)
    served.play(scripts.always(Action(Reply(200, {"ok": True}))))
    assert answers(served)
    assert wait_for(lambda: not served._connections and not served._unsent, 10)


def test_no_other_address_of_this_machine_is_listened_on(served: Server) -> None:
    assert served._ports.listener.getsockname()[0] == "127.0.0.1"
    for address in ("127.0.0.2", "::1"):
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family) as other, pytest.raises(OSError, match=r"refused|assign|supported|reach"):
            other.connect((address, served.port))


# --- for long


def memory() -> int:
    """Bytes of this process in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def polite(to: Server, rng: random.Random) -> int:
    with connect(to) as connection:
        for _ in range(50):
            connection.sendall(GOOD)
            assert b" 200 OK" in read_reply(connection)
    return 50


def brief(to: Server, rng: random.Random) -> int:
    assert answers(to)
    return 1


def rude(to: Server, rng: random.Random) -> int:
    with connect(to) as connection, contextlib.suppress(ConnectionError):
        connection.sendall(rng.choice(GARBAGE[:6]) if rng.random() < 0.7 else rng.randbytes(200))
        if rng.random() < 0.5:
            connection.shutdown(socket.SHUT_WR)
        connection.settimeout(0.01)
        with contextlib.suppress(TimeoutError):
            connection.recv(4096)
    return 1


def slow(to: Server, rng: random.Random) -> int:
    with connect(to) as connection:
        for begin in range(0, len(GOOD), 12):
            connection.sendall(GOOD[begin : begin + 12])
            time.sleep(0.001)
        assert b" 200 OK" in read_reply(connection)
    return 1


def vanishing(to: Server, rng: random.Random) -> int:
    connection = connect(to)
    connection.sendall(GOOD[: rng.randint(0, len(GOOD))])
    reset(connection)
    return 1


CLIENTS: tuple[Callable[[Server, random.Random], int], ...] = (polite, polite, polite, brief, rude, slow, vanishing)


def load(to: Server, requests: int, seed: int) -> int:
    """So many requests of all sorts of clients."""
    rng = random.Random(seed)  # noqa: S311 - a choice, not a secret
    done = 0
    while done < requests:
        done += rng.choice(CLIENTS)(to, rng)
    return done


def soak(requests: int) -> tuple[int, int]:
    """Growth of memory in bytes, and of descriptors, over the last nine tenths of so many requests."""
    to = Server()
    to.play(scripts.always(Action(Reply(200, {"ok": True}))), record=False)
    threads = threading.active_count()
    load(to, requests // 10, 1)
    before, opened = memory(), descriptors()
    begun = time.monotonic()
    done = load(to, requests - requests // 10, 2)
    seconds = time.monotonic() - begun
    assert wait_for(lambda: not to._connections and not to._unsent, 30)
    grown, more = memory() - before, descriptors() - opened
    assert (to.error, to.hits, threading.active_count()) == (None, [], threads)
    to.close()
    print(f"{done:,} requests, {done / seconds:,.0f} a second; memory {grown / 1024:+,.0f} KiB, descriptors {more:+d}")
    return grown, more


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="memory and descriptors are read from /proc")


@on_linux
def test_three_thousand_requests_leave_nothing_behind() -> None:
    grown, more = soak(3_000)
    assert grown < 4_000_000
    assert more <= 0


@on_linux
@pytest.mark.soak
def test_a_hundred_thousand_requests_leave_nothing_behind() -> None:
    """As much may stay as the allocator keeps; the same for ten times fewer requests."""
    grown, more = soak(100_000)
    assert grown < 4_000_000
    assert more <= 0
