"""The checker of feeds finds each mistake that the W3C feed validator finds."""

from datetime import date

import pytest

from tests.feed_rules import (
    address,
    atom_mistakes,
    html,
    identity,
    json_mistakes,
    language,
    opml_mistakes,
    plain,
    rfc_822,
    rfc_3339,
    rss_mistakes,
    words_in_html,
)

TODAY = date(2026, 5, 20)
RSS_ADDRESS = "https://a.example/rss.xml"
ATOM_ADDRESS = "https://a.example/atom.xml"
JSON_ADDRESS = "https://a.example/feed.json"

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
xmlns:content="http://purl.org/rss/1.0/modules/content/" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fh="http://purl.org/syndication/history/1.0">
<channel>
<title>News</title>
<link>https://a.example/</link>
<description>All news</description>
<language>en</language>
<atom:link rel="self" href="https://a.example/rss.xml" type="application/rss+xml"/>
<item>
<title>One</title>
<link>https://a.example/one/</link>
<description>First</description>
<content:encoded>&lt;p&gt;First.&lt;/p&gt;</content:encoded>
<guid isPermaLink="false">tag:a.example,2026:one</guid>
<category>Meetings</category>
<category>Training</category>
<pubDate>Mon, 18 May 2026 00:00:00 +0000</pubDate>
<enclosure url="https://a.example/a.png" length="9" type="image/png"/>
<dc:language>kk</dc:language>
</item>
<item>
<title>Two</title>
<link>https://a.example/two/</link>
<guid>https://a.example/two/</guid>
<pubDate>Sun, 17 May 2026 00:00:00 GMT</pubDate>
</item>
</channel>
</rss>
"""

ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" \
xml:lang="en">
<id>tag:a.example,2026:feed</id>
<title>News</title>
<updated>2026-05-18T00:00:00+00:00</updated>
<author><name>Office</name><uri>https://a.example/</uri></author>
<link rel="self" href="https://a.example/atom.xml" type="application/atom+xml"/>
<link rel="alternate" href="https://a.example/" type="text/html"/>
<entry xml:lang="kk">
<id>tag:a.example,2026:one</id>
<title>One</title>
<updated>2026-05-18T00:00:00Z</updated>
<published>2026-05-17T00:00:00.5+05:00</published>
<summary>First</summary>
<content type="html">&lt;p&gt;First.&lt;/p&gt;</content>
<category term="event"/>
<link href="https://a.example/one/" hreflang="en" type="text/html"/>
<link href="https://a.example/kk/one/" hreflang="kk" type="text/html"/>
</entry>
<entry>
<id>https://a.example/two/</id>
<title>Two</title>
<updated>2026-05-18T00:00:00Z</updated>
<summary>Second</summary>
<link rel="alternate" href="https://a.example/two/" type="text/html"/>
</entry>
</feed>
"""

JSON = """{
"version": "https://jsonfeed.org/version/1.1",
"title": "News",
"home_page_url": "https://a.example/",
"feed_url": "https://a.example/feed.json",
"language": "en",
"next_url": "https://a.example/2025/feed.json",
"authors": [{"name": "Office"}],
"items": [
{"id": "tag:a.example,2026:one", "url": "https://a.example/one/", "title": "One",
"language": "kk", "content_html": "<p>First.</p>", "date_published": "2026-05-18T00:00:00Z",
"tags": ["Meetings"], "_work": {"about": "https://a.example/"},
"attachments": [{"url": "https://a.example/a.png", "mime_type": "image/png", "size_in_bytes": 9}]}
]}
"""

OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>Feeds</title></head>
<body>
<outline text="News">
<outline type="rss" text="All" title="All" xmlUrl="https://a.example/1" htmlUrl="https://a.example/"/>
<outline type="rss" text="Some" title="Some" xmlUrl="https://a.example/2"/>
</outline>
</body>
</opml>
"""


def changed(document: str, old: str, new: str) -> str:
    """Change the first place of a document that is good otherwise."""
    assert old in document
    return document.replace(old, new, 1)


def test_good_documents_have_no_mistakes():
    assert list(rss_mistakes(RSS, RSS_ADDRESS, TODAY)) == []
    assert list(atom_mistakes(ATOM, ATOM_ADDRESS, TODAY)) == []
    assert list(json_mistakes(JSON, JSON_ADDRESS, TODAY)) == []
    assert list(opml_mistakes(OPML)) == []


# A value -> what is said of it.


@pytest.mark.parametrize(
    ("value", "reasons"),
    [
        ("Q & A: 3 < 4", []),
        (" ", ["should not be blank"]),
        ("<b>New</b>", ["should not contain HTML"]),
        ("A&amp;B", ["should not contain HTML such as &amp"]),
        ("&copy 2026", ["should not contain HTML such as &copy"]),
        ("A&#38;B", ["should not contain HTML such as &#38"]),
    ],
)
def test_plain_text_holds_no_html(value, reasons):
    assert list(plain(value)) == reasons


@pytest.mark.parametrize(
    ("value", "reasons"),
    [
        ('<p lang="kk">A<br />B <a href="mailto:a@b.example">C</a></p>', []),
        ('<table><tr><td style="text-align: right;">1</td></tr></table>', []),
        ("<p>A</b>", ["is not well-formed HTML: unexpected-end-tag"]),
        ("3 < 4", ["is not well-formed HTML: expected-tag-name"]),
        ("<script>a()</script>", ["should not contain the element script"]),
        ("<style>p {}</style>", ["should not contain the element style"]),
        ('<iframe src="https://a.example/"></iframe>', ["should not contain the element iframe"]),
        ("<object></object>", ["should not contain the element object"]),
        ("<embed>", ["should not contain the element embed"]),
        ("<form></form>", ["should not contain the element form"]),
        ('<p onclick="a()">A</p>', ["should not contain the attribute onclick"]),
        ('<p style="position: fixed">A</p>', ["should not contain the attribute style"]),
        ('<a href="javascript:a()">A</a>', ["should not contain an address of javascript:"]),
        ('<a href=" JavaScript:a()">A</a>', ["should not contain an address of javascript:"]),
        ('<img src="data:image/png,A">', ["should not contain an address of data:"]),
        ('<a href="../one/">A</a>', ["should not contain the relative address '../one/'"]),
        (
            '<a href="//a.example/">A</a>',
            ["should not contain the relative address '//a.example/'"],
        ),
        ('<a href="#top">A</a>', ["should not contain the relative address '#top'"]),
        ('<img src="/a.png">', ["should not contain the relative address '/a.png'"]),
        ('<p lang="kazakh">A</p>', ["must be a language code, not 'kazakh'"]),
    ],
)
def test_html_is_well_formed_and_harmless_and_has_absolute_addresses(value, reasons):
    assert list(html(value)) == reasons


@pytest.mark.parametrize(
    ("value", "reasons"),
    [
        ("Q &amp; A: 3 &lt; 4", []),
        ("3 < 4", ["is not well-formed HTML: expected-tag-name"]),
        ("<b>New</b>", ["should not contain HTML: the full content has it"]),
    ],
)
def test_a_description_is_words_as_html_writes_them(value, reasons):
    assert list(words_in_html(value)) == reasons


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (
            address,
            "https://a.example/b?c=1&d=%20#e",
            "/b https:b ftp://a.example https://a.example/ж",
        ),
        (identity, "tag:a.example,2026-05:a/B-1/en", "one tag:a.example:one tag:A.example,2026:a"),
        (identity, "https://a.example/one/", "https: /one/ tag:a.example,2026:a/ж urn:one"),
        (language, "en tg az-Latn pt-BR es-419", "EN kazakh xx en_GB ru-ru"),
    ],
)
def test_addresses_identities_and_languages_are_whole(check, good, bad):
    assert [list(check(value)) for value in good.split()] == [[]] * len(good.split())
    assert [value for value in bad.split() if not list(check(value))] == []


@pytest.mark.parametrize(
    ("value", "reasons"),
    [
        ("Wed, 20 May 2026 10:00:00 +0400", []),
        ("Thu, 21 May 2026 00:00:00 GMT", []),
        ("Tue, 20 May 2026 10:00:00 +0400", ["names a wrong day of the week"]),
        ("Ср, 20 мая 2026 10:00:00 +0400", ["must be a date as RFC 822 has them"]),
        ("Wed, 20 May 26 10:00:00 +0400", ["must be a date as RFC 822 has them"]),
        ("2026-05-20T10:00:00Z", ["must be a date as RFC 822 has them"]),
        ("Wed, 32 May 2026 10:00:00 +0400", ["must be a date that exists"]),
        ("Fri, 22 May 2026 00:00:00 GMT", ["is not a plausible date: 2026-05-22"]),
        ("Thu, 01 Jan 1970 00:00:00 GMT", ["is not a plausible date: 1970-01-01"]),
    ],
)
def test_dates_of_rss(value, reasons):
    assert [
        found.partition(", not")[0].partition(": 'T")[0] for found in rfc_822(value, TODAY)
    ] == (reasons)


@pytest.mark.parametrize(
    ("value", "reasons"),
    [
        ("2026-05-20T10:00:00+04:00", []),
        ("2026-05-20T10:00:00.25Z", []),
        ("2026-05-20", ["must be a date as RFC 3339 has them"]),
        ("2026-05-20T10:00:00", ["must be a date as RFC 3339 has them"]),
        ("2026-05-20T10:00Z", ["must be a date as RFC 3339 has them"]),
        ("2026-02-30T10:00:00Z", ["must be a date that exists"]),
        ("2026-05-22T00:00:00Z", ["is not a plausible date: 2026-05-22"]),
    ],
)
def test_dates_of_atom_and_json(value, reasons):
    assert [found.partition(", not")[0] for found in rfc_3339(value, TODAY)] == reasons


# One change of a good document -> the one mistake it makes.


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('<rss version="2.0"', '<rss version="0.91"', "the document must be rss, version 2.0"),
        ("<title>News</title>\n", "", "channel must have the element title"),
        ("<link>https://a.example/</link>\n", "", "channel must have the element link"),
        ("<description>All news</description>\n", "", "channel must have the element description"),
        ("<language>en</language>\n", "", "channel must have the element language"),
        ("<language>en</language>", "<language>english</language>", "language of channel must be"),
        ("All news", "&lt;b&gt;All&lt;/b&gt;", "description of channel should not contain HTML"),
        ("<title>One</title>", "<title>&lt;b&gt;</title>", "title of item should not contain HTML"),
        ("<title>One</title>", "<title/>", "title of item should not be blank"),
        ("<title>One</title>", "<title>A</title><title>B</title>", "item has more than one title"),
        ("<title>One</title>", "<title>A\x85</title>", "the document contains bad characters"),
        ("https://a.example/one/<", "/one/<", "link of item must be a full web address"),
        ("<pubDate>Mon, ", "<pubDate>Tue, ", "pubDate names a wrong day of the week"),
        (
            "<language>",
            "<lastBuildDate>May 2026</lastBuildDate><language>",
            "lastBuildDate must be a date as RFC 822",
        ),
        ("<description>First<", "<description>&lt;p&gt;A&lt;/p&gt;<", "description of item should"),
        (
            "&lt;p&gt;First.",
            "&lt;p&gt;&lt;script&gt;",
            "content:encoded of item is not well-formed",
        ),
        ("<description>First</description>\n", "", "item must have a description before content"),
        (' isPermaLink="false"', ' isPermaLink="no"', "guid must have isPermaLink true or false"),
        (' isPermaLink="false"', "", "guid must be a full web address"),
        ("tag:a.example,2026:one", "https://a.example/two/", "two entries have the same guid"),
        ("<guid>https://a.example/two/</guid>\n", "", "item must have the element guid"),
        (' length="9"', "", "length of enclosure is missing"),
        (' length="9"', ' length="9 kB"', "length of enclosure must be a whole number"),
        (' type="image/png"', "", "type of enclosure is missing"),
        ('url="https://a.example/a.png"', 'url="a.png"', "url of enclosure must be a full web"),
        ("<enclosure ", '<enclosure width="9" ', "enclosure has an unknown attribute width"),
        ("<dc:language>kk", "<dc:language>kaz akh", "dc:language of item must be a language code"),
        (
            "<dc:language>kk</dc:language>",
            "<author>Me</author>",
            "item has an unknown element auth",
        ),
        (
            "</channel>",
            "<docs>https://a.example/</docs></channel>",
            "docs must stand before all en",
        ),
        ("</channel>", "words</channel>", "channel must not have text between its elements"),
        ('rel="self"', 'rel="via"', "channel must have one atom:link with rel=self, not 0"),
        ("example/rss.xml", "example/news.xml", "the self link does not match the address"),
        ('type="application/rss+xml"', 'type="text/xml"', "the self link must have the type"),
        ("xmlns:dc=", 'xmlns:x="urn:x" xmlns:dc=', "the namespace urn:x is not known"),
        ("<item>", "<fh:archive/><item>", "an archive must have a link to the current feed"),
        ("</rss>", "", "the document is not well-formed"),
    ],
)
def test_a_mistake_in_rss(old, new, mistake):
    first, *_ = rss_mistakes(changed(RSS, old, new), RSS_ADDRESS, TODAY)
    assert first.startswith(mistake)


ARCHIVE = (
    '<link rel="current" href="https://a.example/1" type="application/atom+xml"/>'
    '<link rel="prev-archive" href="https://a.example/2" type="application/atom+xml"/>'
    "<fh:archive/><entry"
)


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("2005/Atom", "2003/Atom", "the namespace http://www.w3.org/2003/Atom is not known"),
        ("<id>tag:a.example,2026:feed</id>\n", "", "atom:feed must have the element atom:id"),
        ("<title>News</title>\n", "", "atom:feed must have the element atom:title"),
        (
            "<updated>2026-05-18T00:00:00+00:00</updated>\n",
            "",
            "atom:feed must have the element at",
        ),
        (
            "<author><name>Office</name><uri>https://a.example/</uri></author>",
            "",
            "atom:entry must",
        ),
        ("<name>Office</name>", "", "atom:author must have the element atom:name"),
        ("<uri>https://a.example/</uri>", "<uri>/</uri>", "atom:uri of atom:author must be a full"),
        ("tag:a.example,2026:feed", "feed", "atom:id of atom:feed must be a full web address"),
        (
            "<id>tag:a.example,2026:one",
            "<id> https://a.example/",
            "atom:id of atom:entry must have",
        ),
        ("tag:a.example,2026:one", "https://a.example/two/", "two entries have the same atom:id"),
        (
            "<updated>2026-05-18T00:00:00Z</updated>\n",
            "",
            "atom:entry must have the element atom:u",
        ),
        ("<updated>2026-05-18T00:00:00Z", "<updated>2026-05-18", "atom:updated must be a date as"),
        (
            "<updated>2026-05-18T00:00:00Z",
            "<updated>2027-05-18T00:00:00Z",
            "atom:updated is not a ",
        ),
        ("<published>2026", "<published>1926", "atom:published is not a plausible date"),
        ("<title>One</title>", "<title>&lt;b&gt;</title>", "atom:title should not contain HTML"),
        ("<title>One</title>", "<title/>", "atom:title should not be blank"),
        (
            "<title>One<",
            '<title type="text/plain">One<',
            "atom:title must have the type text or ht",
        ),
        ("<title>One<", "<title><b>One</b><", "atom:title must not have elements, being text"),
        ('<content type="html">', "<content>", "atom:content should not contain HTML"),
        ("&lt;p&gt;First.", "&lt;p&gt;&lt;b&gt;", "atom:content is not well-formed HTML"),
        (
            'type="html">',
            'type="html" src="https://a.example/">',
            "atom:content should be in the fe",
        ),
        (
            "<summary>First",
            "<summary>&lt;p&gt;First&lt;/p&gt;",
            "atom:summary should not contain HT",
        ),
        (
            "<summary>First</summary>",
            "<summary>A</summary><summary>B</summary>",
            "atom:entry has mo",
        ),
        ("<summary>Second</summary>\n", "", "atom:entry should have words: content or a summary"),
        (
            '<link rel="alternate" href="https://a.example/two/" type="text/html"/>\n',
            "",
            "atom:entry must have content or an alternate link",
        ),
        (' term="event"', "", "atom:category must have term"),
        (' xml:lang="en"', "", "atom:feed should have xml:lang"),
        (' xml:lang="kk"', ' xml:lang="kz_KK"', "xml:lang of atom:entry must be a language code"),
        (' hreflang="en"', ' hreflang="english"', "atom:link of atom:entry must be a language cod"),
        (
            ' hreflang="en"',
            ' hreflang="kk"',
            "atom:link of atom:entry: two alternates have the same",
        ),
        (
            ' hreflang="en" type="text/html"',
            ' hreflang="en"',
            "atom:link of atom:entry must have typ",
        ),
        (
            'href="https://a.example/one/"',
            'href="../one/"',
            "atom:link of atom:entry must be a full",
        ),
        ('href="https://a.example/one/" ', "", "atom:link of atom:entry must have href"),
        (
            'rel="alternate"',
            'rel="translation"',
            "atom:link of atom:feed has an unregistered relati",
        ),
        (
            '<link href="',
            '<link rel="current" href="',
            "atom:link of atom:entry must not lead from",
        ),
        (' type="text/html"/>', ' type="html"/>', "atom:link of atom:feed must be a media type"),
        (
            '<link href="',
            '<link rel="enclosure" href="',
            "atom:link of atom:entry must have length",
        ),
        ('type="text/html"/>', 'type="text/html">A</link>', "atom:link of atom:feed must be empty"),
        ('rel="self"', 'rel="via"', "atom:feed must have one atom:link with rel=self, not 0"),
        ("example/atom.xml", "example/news.xml", "the self link does not match the address"),
        ('type="application/atom+xml"', 'type="text/xml"', "the self link must have the type"),
        (
            "</feed>",
            "<subtitle>Late</subtitle></feed>",
            "atom:subtitle must stand before all entries",
        ),
        ("<entry", "<logo>a</logo><entry", "atom:feed has an unknown element atom:logo"),
        ("<id>", "<id scheme='a'>", "atom:id has an unknown attribute scheme"),
        ("<entry", ARCHIVE.replace("current", "via"), "an archive must have a link to the current"),
        (
            "<entry",
            ARCHIVE.replace("prev-archive", "via"),
            "an archive should have a link to another",
        ),
        (
            "<entry",
            ARCHIVE.replace("<fh:archive/>", "<fh:archive>1</fh:archive>"),
            "fh:archive must",
        ),
        (
            "<entry",
            '<link rel="next-archive" href="https://a.example/2" type="text/html"/><entry',
            "only an archive has a next archive",
        ),
        (
            'xmlns:fh="http://purl.org',
            'xmlns:h="http://purl.org',
            "the prefix of http://purl.org/syn",
        ),
        ("</feed>", "", "the document is not well-formed"),
    ],
)
def test_a_mistake_in_atom(old, new, mistake):
    first, *_ = atom_mistakes(changed(ATOM, old, new), ATOM_ADDRESS, TODAY)
    assert first.startswith(mistake)


def test_an_archive_with_all_its_links_has_no_mistake():
    assert list(atom_mistakes(changed(ATOM, "<entry", ARCHIVE), ATOM_ADDRESS, TODAY)) == []


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("version/1.1", "version/1", "version must be https://jsonfeed.org/version/1.1"),
        ('"title": "News",', "", "title must be a text"),
        ('"https://a.example/",', '"/",', "home_page_url must be a full web address"),
        ("example/feed.json", "example/news.json", "feed_url does not match the address"),
        ('"language": "en"', '"language": "english"', "language must be a language code"),
        ("example/2025/", "example/", "next_url must lead elsewhere"),
        ('{"name": "Office"}', "{}", "an author must have a name, url or avatar"),
        ('"authors": [{"name": "Office"}]', '"author": {}', "the feed has an unknown key author"),
        ('"id": "tag:a.example,2026:one"', '"id": 1', "item: id must be a text"),
        ('"id": "tag:a.example,2026:one"', '"id": "one"', "item: id must be a full web address"),
        ("https://a.example/one/", "one/", "item: url must be a full web address"),
        ('"content_html": "<p>First.</p>",', "", "item: must have content_html or content_text"),
        ("<p>First.</p>", "<p>First.</b>", "item: content_html is not well-formed HTML"),
        ("2026-05-18T00:00:00Z", "18 May 2026", "item: date_published must be a date as RFC 3339"),
        ('["Meetings"]', '"Meetings"', "item: tags must be a list of texts"),
        ('"mime_type": "image/png", ', "", "item: mime_type must be a text"),
        (
            '"size_in_bytes": 9',
            '"size_in_bytes": "9"',
            "item: size_in_bytes must be a whole number",
        ),
        ('{"about": "https://a.example/"}', "1", "item: the extension _work must be an object"),
        ('"language": "kk"', '"lang": "kk"', "item: it has an unknown key lang"),
        ('"items"', '"entries"', "the document must be an object with items"),
        ("]}\n", "]", "the document is not well-formed"),
    ],
)
def test_a_mistake_in_json(old, new, mistake):
    first, *_ = json_mistakes(changed(JSON, old, new), JSON_ADDRESS, TODAY)
    assert first.startswith(mistake)


def test_two_items_of_json_with_one_id_are_found():
    item = JSON[JSON.index('{"id"') : JSON.index("\n]}")]
    twice = changed(JSON, item, f"{item},{item}")
    assert list(json_mistakes(twice, JSON_ADDRESS, TODAY)) == [
        "two entries have the same id tag:a.example,2026:one"
    ]


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('version="2.0"', 'version="3.0"', "the document must be opml, version 2.0"),
        ("<head><title>Feeds</title></head>", "", "opml must have a head and a body"),
        ("<title>Feeds</title>", "", "head must have the element title"),
        ("Feeds", "&lt;b&gt;Feeds&lt;/b&gt;", "title of head should not contain HTML"),
        (' text="All"', "", "outline must have text"),
        (' title="All"', "", "an outline of the type rss must have title"),
        (' xmlUrl="https://a.example/1"', "", "an outline of the type rss must have xmlUrl"),
        ("https://a.example/1", "1", "xmlUrl of outline must be a full web address"),
        ("https://a.example/1", "https://a.example/2", "two outlines have the same xmlUrl"),
        (
            'htmlUrl="https://a.example/"',
            'htmlUrl="/"',
            "htmlUrl of outline must be a full web add",
        ),
        ('type="rss" ', "", "an outline with more than text must have the type rss"),
        ('type="rss" ', 'type="rss" version="RSS3" ', "version of outline must be RSS, RSS1, RSS2"),
        ('type="rss" ', 'type="rss" count="3" ', "outline has an unknown attribute count"),
        ("</outline>", "words</outline>", "outline must not have text between its elements"),
        ("</opml>", "", "the document is not well-formed"),
    ],
)
def test_a_mistake_in_opml(old, new, mistake):
    first, *_ = opml_mistakes(changed(OPML, old, new))
    assert first.startswith(mistake)
