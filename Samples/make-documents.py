#!/usr/bin/env python3
"""Makes the documents of a sample: a one-page PDF for each that its submission names, and writes
their true MD5 digests into the submission. Run it after changing the list of documents:

    python3 Samples/make-documents.py Samples/metformin Samples/hearing-aid
"""

import hashlib
import pathlib
import re
import sys


def pdf(lines):
    """Returns a small PDF 1.4 file: one A4 page with lines of Helvetica text."""
    text = "BT /F1 14 Tf 72 760 Td 20 TL\n"
    for line in lines:
        escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        text += f"({escaped}) Tj T*\n"
    stream = (text + "ET").encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return out


def make(folder):
    path = folder / "submission.yaml"
    head, documents = re.split(r"(?m)^documents:\n", path.read_text(encoding="utf-8"), maxsplit=1)
    entries = re.split(r"(?m)^(?=  - ref: )", documents)
    for index, entry in enumerate(entries):
        fields = dict(re.findall(r"(?m)^(?:  - |    )(\w+): (.+)$", entry))
        if "file" not in fields:
            continue
        section = fields.get("ctd", fields.get("imdrf", "")).strip('"')
        content = pdf([
            f"{fields['ref']}  {section}",
            fields["title"].strip("'\""),
            f"Language: {fields['lang']}",
            "A constructed sample. Not a real document.",
        ])
        file = folder / fields["file"].strip('"')
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        digest = hashlib.md5(content).hexdigest()
        entries[index] = re.sub(r"(?m)^    md5: .+$", f'    md5: "{digest}"', entry)
    path.write_text(head + "documents:\n" + "".join(entries), encoding="utf-8")


for name in sys.argv[1:]:
    make(pathlib.Path(name))
