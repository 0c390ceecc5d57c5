"""What the web server is asked to send with every page: `_headers`, as static hosts read it."""

_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_POLICY = "; ".join(f"{kind} {allowed}" for kind, allowed in _SOURCES.items())


def headers() -> str:
    """Return the headers file: no script, style, frame or request that is not the site's own."""
    return (
        "/*\n"
        f"  Content-Security-Policy: {_POLICY}\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
    )


def robots(site_url: str) -> str:
    """Return robots.txt: everything may be read; the sitemap is here."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"
