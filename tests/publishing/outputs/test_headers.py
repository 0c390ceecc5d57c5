import pytest

from publishing.outputs.headers import headers, robots

# Every page may use what is the site's own and nothing else.
PAGES = """\
/*
  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; \
base-uri 'none'; frame-ancestors 'none'
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
  Permissions-Policy: camera=(), geolocation=(), microphone=()
"""
# An e-mail has its styles inside, runs nothing, and is shown in a frame of the site's own only.
MAIL = """\
  ! Content-Security-Policy
  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; \
base-uri 'none'; form-action 'none'; frame-ancestors 'self'
  X-Robots-Tag: noindex
"""


def test_the_headers_are_written_like_this():
    assert headers() == (
        f"{PAGES}"
        "/open-data/*\n  Access-Control-Allow-Origin: *\n"
        f"/newsletter/:number/email.html\n{MAIL}"
        # Some hosts leave the ending out.
        f"/newsletter/:number/email\n{MAIL}"
        f"/:language/newsletter/:number/email.html\n{MAIL}"
        f"/:language/newsletter/:number/email\n{MAIL}"
    )


@pytest.mark.parametrize(
    ("service", "origin"),
    [
        ("https://lists.example/subscription/form", "https://lists.example"),
        ("https://lists.example:9443/a/b?c=d#e", "https://lists.example:9443"),
        ("http://127.0.0.1:9000/subscription/form", "http://127.0.0.1:9000"),
        ("https://lists.example", "https://lists.example"),
    ],
)
def test_forms_may_also_be_sent_to_the_service_of_the_newsletter(service, origin):
    expected = headers().replace("form-action 'self'", f"form-action 'self' {origin}")
    assert headers(service) == expected != headers()


def test_the_service_of_the_newsletter_is_allowed_nothing_else():
    assert headers("https://lists.example/form").count("lists.example") == 1


@pytest.mark.parametrize(
    ("services", "origins"),
    [
        (("https://lists.example/form", "https://forms.example/adhesion"),
         "https://lists.example https://forms.example"),
        (("https://a.example/form", "https://a.example/adhesion"), "https://a.example"),
        (("", "https://forms.example/adhesion"), "https://forms.example"),
    ],
)  # fmt: skip
def test_each_service_is_allowed_once(services, origins):
    expected = headers().replace("form-action 'self'", f"form-action 'self' {origins}")
    assert headers(*services) == expected != headers()


def test_robots_may_read_everything():
    assert robots("https://sample.example/") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://sample.example/sitemap.xml\n"
    )
