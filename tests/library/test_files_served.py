"""How a file goes out: its headers, its ranges, its name."""

import pytest

from infocus.library.downloads import disposition

HTML = b"<!doctype html><html><body><h1>Minutes</h1><script>alert(1)</script></body></html>"


@pytest.fixture
def stored(shelf):
    """A text of 26 letters in a file."""
    text = b"abcdefghijklmnopqrstuvwxyz"
    return shelf.world.client(shelf.author), f"/documents/{shelf.add(shelf.note(), text, 'letters.txt')}/file"


def test_headers_leave_the_browser_nothing_to_run(shelf, stored):
    client, address = stored
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "sandbox"
    assert "private" in headers["Cache-Control"]
    assert headers["Content-Disposition"].startswith("attachment;")
    page = shelf.add(shelf.note(), HTML, "minutes.html")
    assert client.get(f"/documents/{page}/file").headers["Content-Disposition"].startswith("attachment;")


def test_a_pdf_opens_in_the_browser_unless_it_is_asked_for_as_a_download(shelf, pdf):
    document = shelf.add(shelf.note(), pdf, "paper.pdf")
    client = shelf.world.client(shelf.author)
    assert client.get(f"/documents/{document}/file").headers["Content-Disposition"].startswith("inline;")
    answer = client.get(f"/documents/{document}/file?download=1")
    assert answer.headers["Content-Disposition"].startswith("attachment;")


@pytest.mark.parametrize(
    ("asked", "status", "body", "content_range"),
    [
        ("bytes=0-3", 206, b"abcd", "bytes 0-3/26"),
        ("bytes=20-", 206, b"uvwxyz", "bytes 20-25/26"),
        ("bytes=-2", 206, b"yz", "bytes 24-25/26"),
        ("bytes=5-900", 206, b"fghijklmnopqrstuvwxyz", "bytes 5-25/26"),
        ("bytes=26-", 416, b"", "bytes */26"),
        ("bytes=0-1,4-5", 200, b"abcdefghijklmnopqrstuvwxyz", None),
        ("lines=1-2", 200, b"abcdefghijklmnopqrstuvwxyz", None),
        ("bytes=x-y", 200, b"abcdefghijklmnopqrstuvwxyz", None),
    ],
)
def test_ranges(stored, asked, status, body, content_range):
    client, address = stored
    answer = client.get(address, headers={"Range": asked})
    assert (answer.status_code, answer.data, answer.headers.get("Content-Range")) == (status, body, content_range)


def test_an_unchanged_file_is_not_sent_again_and_a_changed_one_is_sent_whole(stored):
    client, address = stored
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    part = client.get(address, headers={"Range": "bytes=0-3", "If-Range": '"another"'})
    assert (part.status_code, len(part.data)) == (200, 26)


def test_head_says_the_size_and_sends_nothing(stored):
    client, address = stored
    answer = client.head(address)
    assert (answer.status_code, answer.headers["Content-Length"], answer.data) == (200, "26", b"")


@pytest.mark.parametrize(
    "name",
    [
        "paper.pdf",
        'a"b.pdf',
        "a\\b;c.pdf",
        "závěr Łódź.pdf",
        "报告.pdf",
        "line\r\nX-Evil: 1.pdf",
        "%41.pdf",
        "\u202egnp.exe",
    ],
)
def test_a_name_never_breaks_the_header(name):
    header = disposition(name)
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2


def test_a_true_name_survives():
    assert disposition("závěr.pdf").endswith("filename*=UTF-8''z%C3%A1v%C4%9Br.pdf")
    assert 'filename="zaver.pdf"' in disposition("závěr.pdf")
