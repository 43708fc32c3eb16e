"""The headers of every answer: framed by nothing, nothing loaded from elsewhere, nothing told
elsewhere."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest
from tornado.web import RequestHandler

PLAIN = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Voilà's front end and Vega build functions from text, and anywidget imports a module from a blob.
NOTEBOOK = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' {sockets}; worker-src 'self' blob:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

# What follows these in an address opens a door.
SECRETS = ("/host/", "/studio/", "/preview/")


def plain_policy(style: str) -> str:
    """The policy of a plain page with this style text in it, and no other."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return PLAIN.replace("style-src 'self'", f"style-src 'self' 'sha256-{digest}'")


def lock(handler: RequestHandler, policy: str = PLAIN) -> None:
    """Set them. `same-origin`, not `no-referrer`, which would take the Origin from our own forms."""
    handler.set_header("Content-Security-Policy", policy)
    handler.set_header("Referrer-Policy", "same-origin")
    handler.set_header("X-Content-Type-Options", "nosniff")
    handler.set_header("Cross-Origin-Opener-Policy", "same-origin")
    handler.clear_header("Server")


def notebook_policy(request: HTTPServerRequest) -> str:
    """The policy of a notebook's page; older browsers do not count websockets as 'self'."""
    return NOTEBOOK.format(sockets=f"ws://{request.host} wss://{request.host}")


def same_origin(request: HTTPServerRequest) -> bool:
    """Whether a request comes from one of our own pages, or from a program, which holds no one else's
    cookies."""
    origin = request.headers.get("Origin") or request.headers.get("Sec-Websocket-Origin")
    return origin is None or urlsplit(origin).netloc.lower() == request.host.lower()


def quiet_address(uri: str) -> str:
    """An address as it may be logged: without anybody's secret and without a query."""
    path = uri.split("?", 1)[0]
    secret = next((start for start in SECRETS if path.startswith(start)), None)
    return f"{secret}***" if secret else path
