from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.outputs.sitemap import LIMIT, sitemap, sitemap_index

_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def test_a_sitemap_lists_addresses_and_the_days_that_are_known():
    pages = [("https://example.org/", "2026-11-21"), ("https://example.org/a?b=1&c=<2>", "")]
    assert sitemap(pages) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://example.org/</loc><lastmod>2026-11-21</lastmod></url>\n"
        "<url><loc>https://example.org/a?b=1&amp;c=&lt;2&gt;</loc></url>\n"
        "</urlset>\n"
    )


def test_the_index_lists_the_sitemaps():
    assert sitemap_index(["https://example.org/sitemap-en.xml"]) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<sitemap><loc>https://example.org/sitemap-en.xml</loc></sitemap>\n"
        "</sitemapindex>\n"
    )


@given(st.lists(st.text(alphabet="ab/?&<>=%'\"#яი", min_size=1)))
def test_any_address_is_read_back_by_an_xml_reader(addresses):
    tree = ET.fromstring(sitemap((address, "") for address in addresses))
    assert [element.text for element in tree.iter(_LOC)] == addresses


@pytest.mark.parametrize(("count", "lines"), [(0, 4), (LIMIT, LIMIT + 3)])
def test_a_sitemap_holds_as_much_as_the_protocol_allows(count, lines):
    assert len(sitemap([("https://example.org/", "")] * count).splitlines()) == lines


def test_a_longer_sitemap_is_refused():
    with pytest.raises(ValueError, match="at most 50000 addresses, not 50001"):
        sitemap([("https://example.org/", "")] * (LIMIT + 1))
