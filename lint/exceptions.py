"""The hierarchy of outside exceptions that client code names."""

from __future__ import annotations

from typing import Final

_PARENTS: Final[dict[str, tuple[str, ...]]] = {
    "builtins.Exception": ("builtins.BaseException",),
    "builtins.ExceptionGroup": ("builtins.BaseExceptionGroup", "builtins.Exception"),
    "builtins.BaseExceptionGroup": ("builtins.BaseException",),
    "builtins.KeyError": ("builtins.LookupError",),
    "builtins.IndexError": ("builtins.LookupError",),
    "builtins.LookupError": ("builtins.Exception",),
    "builtins.ValueError": ("builtins.Exception",),
    "builtins.UnicodeDecodeError": ("builtins.ValueError",),
    "builtins.TypeError": ("builtins.Exception",),
    "builtins.AttributeError": ("builtins.Exception",),
    "builtins.AssertionError": ("builtins.Exception",),
    "builtins.RuntimeError": ("builtins.Exception",),
    "builtins.NotImplementedError": ("builtins.RuntimeError",),
    "builtins.StopIteration": ("builtins.Exception",),
    "builtins.StopAsyncIteration": ("builtins.Exception",),
    "builtins.OSError": ("builtins.Exception",),
    "builtins.IOError": ("builtins.OSError",),
    "builtins.EnvironmentError": ("builtins.OSError",),
    "builtins.ConnectionError": ("builtins.OSError",),
    "builtins.TimeoutError": ("builtins.OSError",),
    "json.JSONDecodeError": ("builtins.ValueError",),
    "json.decoder.JSONDecodeError": ("json.JSONDecodeError",),
    "requests.exceptions.RequestException": ("builtins.OSError",),
    "requests.exceptions.HTTPError": ("requests.exceptions.RequestException",),
    "requests.exceptions.ConnectionError": ("requests.exceptions.RequestException",),
    "requests.exceptions.Timeout": ("requests.exceptions.RequestException",),
    "requests.exceptions.ReadTimeout": ("requests.exceptions.Timeout",),
    "requests.exceptions.ConnectTimeout": ("requests.exceptions.ConnectionError", "requests.exceptions.Timeout"),
    "requests.exceptions.RetryError": ("requests.exceptions.RequestException",),
    "requests.exceptions.JSONDecodeError": ("requests.exceptions.RequestException", "json.JSONDecodeError"),
    "httpx.StreamError": ("builtins.RuntimeError",),
    "httpx.ResponseNotRead": ("httpx.StreamError",),
    "httpx.HTTPError": ("builtins.Exception",),
    "httpx.RequestError": ("httpx.HTTPError",),
    "httpx.TransportError": ("httpx.RequestError",),
    "httpx.TimeoutException": ("httpx.TransportError",),
    "httpx.ConnectError": ("httpx.TransportError",),
    "httpx.HTTPStatusError": ("httpx.HTTPError",),
    "aiohttp.ClientError": ("builtins.Exception",),
    "aiohttp.ClientResponseError": ("aiohttp.ClientError",),
    "aiohttp.ClientConnectionError": ("aiohttp.ClientError",),
    "aiohttp.ContentTypeError": ("aiohttp.ClientResponseError",),
    "urllib.error.URLError": ("builtins.OSError",),
    "urllib.error.HTTPError": ("urllib.error.URLError",),
    "urllib3.exceptions.HTTPError": ("builtins.Exception",),
    "urllib3.exceptions.MaxRetryError": ("urllib3.exceptions.HTTPError",),
    "pydantic.ValidationError": ("builtins.ValueError",),
    "tenacity.RetryError": ("builtins.Exception",),
    "celery.exceptions.Retry": ("builtins.Exception",),
    "celery.exceptions.MaxRetriesExceededError": ("builtins.Exception",),
    "asyncio.TimeoutError": ("builtins.TimeoutError",),
}

_ALIASES: Final = {
    "builtins.IOError": "builtins.OSError",
    "builtins.EnvironmentError": "builtins.OSError",
    "asyncio.TimeoutError": "builtins.TimeoutError",
    "json.decoder.JSONDecodeError": "json.JSONDecodeError",
    "urllib.request.HTTPError": "urllib.error.HTTPError",
    "urllib.request.URLError": "urllib.error.URLError",
    "pydantic_core.ValidationError": "pydantic.ValidationError",
    "aiohttp.client_exceptions.ClientResponseError": "aiohttp.ClientResponseError",
    "aiohttp.client_exceptions.ClientError": "aiohttp.ClientError",
}


def canonical(name: str) -> str:
    """One name for each class that is known under several."""
    if name.startswith("requests.") and name.count(".") == 1 and f"requests.exceptions.{name[9:]}" in _PARENTS:
        return f"requests.exceptions.{name[9:]}"
    if name.startswith("httpx.") and (last := f"httpx.{name.rsplit('.', 1)[-1]}") in _PARENTS:
        return last
    return _ALIASES.get(name, name)


def is_known(name: str) -> bool:
    """Whether a name is that of an exception's class in here."""
    return canonical(name) in _PARENTS or name == "builtins.BaseException"


def ancestors(name: str) -> set[str]:
    """The class and all its known bases; an unknown outside exception is taken to be a plain Exception."""
    name = canonical(name)
    found = {name}
    for parent in _PARENTS.get(name, () if name == "builtins.BaseException" else ("builtins.Exception",)):
        found |= ancestors(parent)
    return found
