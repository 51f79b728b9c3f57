#!/usr/bin/env python3
"""Unpacks a corpus file, one input a line, into a folder for libFuzzer, and packs it again.

usage: corpus.py unpack FILE FOLDER | corpus.py pack FOLDER FILE
Bytes that are no printable UTF-8 are written as \\xNN, a line feed as \\n, a backslash as \\\\.
"""
import pathlib, re, sys

ESCAPE = re.compile(rb"\\(n|\\|x[0-9a-f]{2})")


def line(data):
    text = data.decode("utf-8", "surrogateescape")
    return "".join(map(written, text))


def written(character):
    if character in "\n\\":
        return {"\n": "\\n", "\\": "\\\\"}[character]
    if character.isprintable():
        return character
    return "".join(f"\\x{byte:02x}" for byte in character.encode("utf-8", "surrogateescape"))


def data(line):
    def byte(match):
        code = match[1]
        return {b"n": b"\n", b"\\": b"\\"}.get(code) or bytes([int(code[1:], 16)])
    return ESCAPE.sub(byte, line.encode())


command, source, target = sys.argv[1:]
if command == "unpack":
    pathlib.Path(target).mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(pathlib.Path(source).read_text("utf-8").split("\n")[:-1]):
        (pathlib.Path(target) / f"{number:04}").write_bytes(data(text))
elif command == "pack":
    inputs = [path.read_bytes() for path in pathlib.Path(source).iterdir()]
    lines = sorted({line(each) for each in inputs}, key=lambda text: (len(text), text))
    pathlib.Path(target).write_text("".join(text + "\n" for text in lines), "utf-8")
else:
    sys.exit(__doc__)
