import os
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from icarmed.security.sealing import (
    CannotOpen,
    lock,
    new_private_key,
    public_key_of,
    seal,
    unlock,
    unseal,
)

SECRET = b"s" * 32
CONTEXT = b"where it belongs"


def test_a_locked_secret_opens_with_its_key_and_context() -> None:
    key = os.urandom(32)
    assert unlock(lock(SECRET, key, CONTEXT), key, CONTEXT) == SECRET


def test_a_locked_secret_opens_with_nothing_else() -> None:
    key = os.urandom(32)
    locked = lock(SECRET, key, CONTEXT)
    for other_key, context in [(os.urandom(32), CONTEXT), (key, CONTEXT + b"!"), (key, b"")]:
        with pytest.raises(CannotOpen):
            unlock(locked, other_key, context)


def test_a_sealed_secret_opens_for_the_holder_of_the_private_key_only() -> None:
    private, other = new_private_key(), new_private_key()
    sealed = seal(SECRET, public_key_of(private), CONTEXT)
    assert unseal(sealed, private, CONTEXT) == SECRET
    with pytest.raises(CannotOpen):
        unseal(sealed, other, CONTEXT)
    with pytest.raises(CannotOpen):
        unseal(sealed, private, CONTEXT + b"!")


def test_each_changed_bit_of_a_sealed_secret_is_found() -> None:
    private = new_private_key()
    sealed = seal(SECRET, public_key_of(private), CONTEXT)
    for at in range(32):
        with pytest.raises(CannotOpen):
            unseal(replace(sealed, ephemeral=flipped(sealed.ephemeral, at)), private, CONTEXT)
    for at in range(len(sealed.box.ciphertext)):
        box = replace(sealed.box, ciphertext=flipped(sealed.box.ciphertext, at))
        with pytest.raises(CannotOpen):
            unseal(replace(sealed, box=box), private, CONTEXT)


def test_the_seal_is_the_published_construction() -> None:
    """X25519, HKDF-SHA256 with both public keys in `info`, AES-256-GCM: opened here step by step."""
    private = new_private_key()
    public = public_key_of(private)
    sealed = seal(SECRET, public, CONTEXT)
    shared = X25519PrivateKey.from_private_bytes(private).exchange(
        X25519PublicKey.from_public_bytes(sealed.ephemeral)
    )
    info = b"icarmed sealed data key 1" + sealed.ephemeral + public
    key = HKDF(hashes.SHA256(), 32, salt=None, info=info).derive(shared)
    assert AESGCM(key).decrypt(sealed.box.nonce, sealed.box.ciphertext, CONTEXT) == SECRET


def test_the_same_secret_never_looks_the_same() -> None:
    public = public_key_of(new_private_key())
    one, two = seal(SECRET, public, CONTEXT), seal(SECRET, public, CONTEXT)
    assert one.ephemeral != two.ephemeral
    assert one.box != two.box


def test_a_public_key_that_nobody_can_have_is_refused() -> None:
    """A point of small order would make the shared secret known to all (RFC 7748, section 6.1)."""
    with pytest.raises(CannotOpen):
        seal(SECRET, bytes(32), CONTEXT)


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
