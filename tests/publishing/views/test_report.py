import pytest

from publishing.views.report import report_link


@pytest.mark.parametrize(
    ("address", "file", "link"),
    [
        (
            "https://example.org/?file={file}",
            "data/a b.yml",
            "https://example.org/?file=data%2Fa%20b.yml",
        ),
        ("https://example.org/?file={file}", "", "https://example.org/?file="),
        ("https://example.org/new", "data/a.yml", "https://example.org/new"),
        ("", "data/a&b.yml", "../contact/?file=data%2Fa%26b.yml#report"),
        ("", "", ""),
    ],
    ids=["address", "no file", "address without a file", "contact page", "nothing to report"],
)
def test_where_a_mistake_is_reported(address, file, link):
    assert report_link(address, "../", file) == link
