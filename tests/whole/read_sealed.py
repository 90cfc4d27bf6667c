#!/usr/bin/python3
"""Opens an encrypted backup by docs/backup-format.md alone, with libsodium by way of PyNaCl: no part of Needlebook.

    read_sealed.py FILE.sealed FOLDER < KEY          the four lines of the recovery sheet
    read_sealed.py --passphrase FILE.sealed FOLDER   the passphrase as the first line of standard input

Writes book.needlebook and what lay beside it into FOLDER. Exits with 1 for whatever is not as it must be.
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


def main():
    words = [word for word in sys.argv[1:] if word != "--passphrase"]
    data, folder = Path(words[0]).read_bytes(), Path(words[1])
    head = data[:154]
    assert head[:8] == b"NDLBSEAL" and head[8] == 1, "another format"
    public, salt = head[10:42], head[42:58]
    passes, memory = struct.unpack(">QQ", head[58:74])
    if "--passphrase" in sys.argv:
        assert head[9] == 1, "it has no passphrase"
        typed = sys.stdin.readline().rstrip("\n").encode()
        secret = sodium.crypto_pwhash_alg(32, typed, salt, passes, memory, sodium.crypto_pwhash_ALG_ARGON2ID13)
    else:
        assert head[9] == 0, "it has a passphrase"
        secret = key_of_sheet(sys.stdin.read())
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

    at = 0
    while at < len(plain):
        length, = struct.unpack_from(">H", plain, at)
        name = plain[at + 2:at + 2 + length].decode()
        size, = struct.unpack_from(">Q", plain, at + 2 + length)
        at += 10 + length
        assert "/" not in name and at + size <= len(plain)
        (folder / f"book.needlebook{name}").write_bytes(plain[at:at + size])
        at += size


if __name__ == "__main__":
    try:
        main()
    except (AssertionError, ValueError, RuntimeError, OSError, TypeError, CryptoError) as error:
        sys.exit(f"error: {error}")
