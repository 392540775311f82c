"""Files made to hurt: each of a kind a stranger could upload."""

import hashlib
import io
import zipfile
import zlib

from tests.engines.extraction.samples import report_docx

_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """The same archive with parts replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in changes:
                target.writestr(name, source.read(name))
        for name, content in changes.items():
            target.writestr(name, content)
    return buffer.getvalue()


def zip_bomb_docx() -> bytes:
    """A DOCX of some 100 kB whose text unpacks to 80 MB."""
    return repacked(report_docx(), {"word/document.xml": b" " * 80_000_000})


def many_entries_docx(count: int) -> bytes:
    """A DOCX with a table of contents that does not end."""
    return repacked(report_docx(), {f"x/{number:06}": b"" for number in range(count)})


def overlapping_docx() -> bytes:
    """Two entries of the table of contents share one packed body (the trick of quoted bombs, without its depth)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bytes(range(256)) * 4)
        archive.filelist.extend([archive.getinfo("word/document.xml")] * 40)
    return buffer.getvalue()


def xml_bomb_docx() -> bytes:
    """A billion laughs in the document part."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{levels}]><d>&l9;</d>'
    return repacked(report_docx(), {"word/document.xml": laughs.encode()})


def outside_entity_docx() -> bytes:
    """An entity that asks for a file of the machine."""
    body = b'<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><d>&f;</d>'
    return repacked(report_docx(), {"word/document.xml": body})


def deep_docx() -> bytes:
    """Elements inside each other, far deeper than any program follows."""
    depth = 60_000
    body = b"<a>" * depth + b"</a>" * depth
    namespace = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return repacked(
        report_docx(),
        {"word/document.xml": b"<w:document " + namespace + b"><w:body><w:p>" + body + b"</w:p></w:body></w:document>"},
    )


def pdf_of(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects with a right cross-reference table; object 1 is the catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def one_page_pdf(content: bytes, box: bytes = b"0 0 200 200", filters: bytes = b"", trailer: bytes = b"") -> bytes:
    """A page with a content stream as given."""
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R"
            b" /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>" % box,
            b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
        ],
        trailer,
    )


def stream_bomb_pdf() -> bytes:
    """A page of some hundred bytes whose drawing unpacks, twice over, to 600 MB of blanks."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * 10_000_000) for _ in range(60)) + packer.flush()
    return one_page_pdf(zlib.compress(once, 9), filters=b"/Filter [/FlateDecode /FlateDecode]")


def locked_pdf(password: bytes) -> bytes:
    """A page encrypted with RC4 of 40 bits (PDF 32000-1, 7.6.3, algorithms 2 to 4)."""
    identity, rights = b"0123456789abcdef", -4
    padded = (password + _PADDING)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + rights.to_bytes(4, "little", signed=True) + identity).digest()[:5]
    user = _rc4(key, _PADDING)
    stream_key = hashlib.md5(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10]
    name = identity.hex()
    encryption = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P {rights} >>"
    encryption += f" /ID [<{name}> <{name}>]"
    return one_page_pdf(_rc4(stream_key, b"BT /F 20 Tf 20 100 Td (Secret plan) Tj ET"), trailer=encryption.encode())


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
