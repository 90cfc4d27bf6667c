#!/usr/bin/python3
"""Opens an encrypted backup by docs/backup-format.md alone, with libsodium by way of PyNaCl: no part of Needlebook.

    read_sealed.py FILE.sealed FOLDER < KEY          the four lines of the recovery sheet
    read_sealed.py --passphrase FILE.sealed FOLDER   the passphrase as the first line of standard input

Writes book.needlebook, what lay beside it and its photographs into FOLDER. Exits with 1 for whatever is not as it must
be.
"""

import hashlib
import re
import struct
import sys
from pathlib import Path

from nacl import bindings as sodium
from nacl.exceptions import CryptoError

CHUNK = 65536 + 17
FINAL = 3


def key_of_sheet(text):
    digits = re.sub(r"[^0-9a-f]", "", text.lower())
    assert len(digits) == 72, "a sheet has 72 digits"
    key = b""
    for number in range(4):
        line = digits[18 * number:18 * number + 18]
        part = bytes.fromhex(line[:16])
        assert hashlib.sha256(bytes([number + 1]) + part).hexdigest()[:2] == line[16:], f"line {number + 1}"
        key += part
    return key


def secret_key(head, typed, is_passphrase):
    if not is_passphrase:
        assert head[9] == 0, "it has a passphrase"
        return key_of_sheet(typed)
    assert head[9] == 1, "it has no passphrase"
    passes, memory = struct.unpack(">QQ", head[58:74])
    passphrase = typed.split("\n")[0].encode()
    return sodium.crypto_pwhash_alg(32, passphrase, head[42:58], passes, memory, sodium.crypto_pwhash_ALG_ARGON2ID13)


def plain_of(data, secret):
    head = data[:154]
    assert head[:8] == b"NDLBSEAL" and head[8] == 1, "another format"
    public = head[10:42]
    assert sodium.crypto_scalarmult_base(secret) == public, "another key"
    stream_key = sodium.crypto_box_seal_open(head[74:154], public, secret)
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, data[154:178], stream_key)
    plain, at, tag = bytearray(), 178, None
    while tag != FINAL:
        chunk = data[at:at + CHUNK]
        part, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(state, chunk, head if at == 178 else None)
        plain += part
        at += len(chunk)
    assert at == len(data), "something follows the end"
    return plain


def files_of(plain):
    files, at = {}, 0
    while at < len(plain):
        length, = struct.unpack_from(">H", plain, at)
        name = plain[at + 2:at + 2 + length].decode()
        size, = struct.unpack_from(">Q", plain, at + 2 + length)
        at += 10 + length
        assert "/" not in name and at + size <= len(plain)
        files[name] = plain[at:at + size]
        at += size
    return files


def photo_of(folder, sha256, name, secret):
    sealed, = (folder / "needlebook-photos").glob(f"{name}-*.sealed")
    data = sealed.read_bytes()
    assert sealed.name == f"{name}-{hashlib.sha256(data).hexdigest()}.sealed", f"{sealed.name} is another file"
    photo = files_of(plain_of(data, secret))[""]
    assert hashlib.sha256(photo).hexdigest() == sha256, f"{sealed.name} is another photograph"
    return photo


def main():
    words = [word for word in sys.argv[1:] if word != "--passphrase"]
    sealed, folder = Path(words[0]), Path(words[1])
    data = sealed.read_bytes()
    secret = secret_key(data[:154], sys.stdin.read(), "--passphrase" in sys.argv)
    files = files_of(plain_of(data, secret))
    photos = files.pop(".photo-list", b"").decode()
    for name, part in files.items():
        (folder / f"book.needlebook{name}").write_bytes(part)
    for line in photos.splitlines():
        sha256, name = line.split(" ")
        (folder / "book.needlebook.photos").mkdir(mode=0o700, exist_ok=True)
        (folder / "book.needlebook.photos" / sha256).write_bytes(photo_of(sealed.parent, sha256, name, secret))


if __name__ == "__main__":
    try:
        main()
    except (AssertionError, KeyError, ValueError, RuntimeError, OSError, TypeError, CryptoError) as error:
        sys.exit(f"error: {error}")
