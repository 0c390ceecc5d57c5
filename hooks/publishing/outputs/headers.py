"""What the web server is asked to send with every page: `_headers`, as static hosts read it."""

from collections.abc import Mapping
from urllib.parse import urlsplit

_SOURCES = {
    "default-src": "'none'",
    # The search is WebAssembly; no other code may come from text.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# The e-mails of the newsletter, which editors see in a frame: their styles stand inside.
_MAIL_SOURCES = {
    "default-src": "'none'",
    "style-src": "'unsafe-inline'",
    "img-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
}
# Some hosts leave `.html` out of addresses.
_MAILS = tuple(
    f"{language}/newsletter/:number/email{ending}"
    for language in ("", "/:language")
    for ending in (".html", "")
)


def headers(*form_services: str) -> str:
    """Return the headers file: no script, style, frame or request that is not the site's own.

    Forms may also be sent to `form_services`, each an address or nothing. A line with `!` takes a
    header of a rule above back.
    """
    origins = dict.fromkeys(_origin(service) for service in form_services if service)
    forms = " ".join([_SOURCES["form-action"], *origins])
    policy = _policy(_SOURCES | {"form-action": forms})
    mails = "".join(
        f"{path}\n"
        "  ! Content-Security-Policy\n"
        f"  Content-Security-Policy: {_policy(_MAIL_SOURCES)}\n"
        "  X-Robots-Tag: noindex\n"
        for path in _MAILS
    )
    return (
        "/*\n"
        f"  Content-Security-Policy: {policy}\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
        # Pages and programs elsewhere may read the data.
        "/open-data/*\n"
        "  Access-Control-Allow-Origin: *\n"
    ) + mails


def _origin(service: str) -> str:
    parts = urlsplit(service)
    return f"{parts.scheme}://{parts.netloc}"


def _policy(sources: Mapping[str, str]) -> str:
    return "; ".join(f"{kind} {allowed}" for kind, allowed in sources.items())


def robots(site_url: str) -> str:
    """Return robots.txt: everything may be read; the sitemap is here."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"
