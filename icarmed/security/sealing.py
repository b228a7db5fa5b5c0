"""The two envelopes of a slot: one under a key, one to a public key. Both bind the context they belong to."""

import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16

_PURPOSE = b"icarmed sealed data key 1"


class CannotOpen(Exception):
    """Wrong key, or a byte of the envelope or of its context was changed."""


@dataclass(frozen=True, slots=True)
class Locked:
    """A secret under a key: AES-256-GCM."""

    nonce: bytes
    ciphertext: bytes


@dataclass(frozen=True, slots=True)
class Sealed:
    """A secret for the holder of one private key; `ephemeral` is the public key that the sealing made."""

    ephemeral: bytes
    box: Locked


def new_private_key() -> bytes:
    """A fresh X25519 private key, raw."""
    return X25519PrivateKey.generate().private_bytes_raw()


def public_key_of(private_key: bytes) -> bytes:
    """The public key that belongs to a private one, raw."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def lock(secret: bytes, key: bytes, context: bytes) -> Locked:
    """`secret` under `key`; it opens only together with the same `context`."""
    nonce = os.urandom(NONCE_BYTES)
    return Locked(nonce, AESGCM(key).encrypt(nonce, secret, context))


def unlock(locked: Locked, key: bytes, context: bytes) -> bytes:
    """The secret again, or CannotOpen."""
    try:
        return AESGCM(key).decrypt(locked.nonce, locked.ciphertext, context)
    except InvalidTag:
        raise CannotOpen from None


def seal(secret: bytes, public_key: bytes, context: bytes) -> Sealed:
    """`secret` for the holder of `public_key`'s private key.

    Ephemeral X25519, HKDF-SHA256 (both public keys in `info`), AES-256-GCM with `context` as associated data.
    """
    ephemeral = X25519PrivateKey.generate()
    ours = ephemeral.public_key().public_bytes_raw()
    key = _agreed(ephemeral, public_key, ours, public_key)
    return Sealed(ours, lock(secret, key, context))


def unseal(sealed: Sealed, private_key: bytes, context: bytes) -> bytes:
    """The secret again, or CannotOpen."""
    private = X25519PrivateKey.from_private_bytes(private_key)
    public_key = private.public_key().public_bytes_raw()
    key = _agreed(private, sealed.ephemeral, sealed.ephemeral, public_key)
    return unlock(sealed.box, key, context)


def _agreed(private: X25519PrivateKey, other: bytes, ephemeral: bytes, recipient: bytes) -> bytes:
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(other))
    except ValueError:  # a point of small order: nobody honest has such a key
        raise CannotOpen from None
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=_PURPOSE + ephemeral + recipient).derive(shared)
