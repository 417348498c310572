"""Certificates read for people: what they say, whom they are for, what speaks against them."""

import datetime as dt

import pytest
import trustme

from socket_workbench.net.errors import ResultCode
from socket_workbench.panels.certificates import (
    CertificateError,
    CertificateFacts,
    CertificateProblem,
    facts_of_der,
    facts_of_pem,
    fingerprint_text,
    problems_of,
)
from support.certificates import self_signed

CA = trustme.CA(key_type=trustme.KeyType.ECDSA, organization_name="Test authority")
LEAF = CA.issue_cert(
    "www.example.test", "*.wild.test", "127.0.0.1", "::1", key_type=trustme.KeyType.ECDSA
)
NOW = dt.datetime.now(dt.UTC)
YEAR = dt.timedelta(days=365)


def leaf() -> CertificateFacts:
    return facts_of_pem(LEAF.cert_chain_pems[0].bytes().decode())[0]


def test_leaf_tells_names_issuer_key_and_signature() -> None:
    facts = leaf()

    assert facts.names == ("www.example.test", "*.wild.test", "127.0.0.1", "::1")
    assert "Test authority" in facts.issuer
    assert (facts.key.kind, facts.key.curve, facts.key.bits) == ("EC", "secp256r1", 256)
    assert facts.signature == "ECDSA with SHA256"
    assert not facts.is_authority
    assert not facts.is_self_signed


def test_authority_is_told_as_such() -> None:
    facts = facts_of_pem(CA.cert_pem.bytes().decode())[0]

    assert facts.is_authority
    assert facts.is_self_signed


@pytest.mark.parametrize(
    ("kind", "bits", "signature"),
    [("RSA", 2048, "RSA with SHA256"), ("Ed25519", 0, "Ed25519")],
    ids=["rsa", "ed25519"],
)
def test_other_keys_are_told(kind: str, bits: int, signature: str) -> None:
    facts = facts_of_pem(self_signed("localhost", key=kind).certificate)[0]

    assert (facts.key.kind, facts.key.bits, facts.signature) == (kind, bits, signature)


def test_der_and_pem_say_the_same() -> None:
    facts = leaf()

    assert facts_of_der(facts.der) == facts
    assert facts_of_pem(facts.pem) == (facts,)


def test_fingerprints_are_those_of_the_bytes() -> None:
    facts = leaf()

    assert len(facts.sha256) == 64
    assert len(facts.sha1) == 40
    assert fingerprint_text("00ff1a") == "00:FF:1A"


@pytest.mark.parametrize(
    "host",
    ["www.example.test", "WWW.Example.Test.", "a.wild.test", "127.0.0.1", "::1", "0:0::1"],
)
def test_certificate_is_for_its_names(host: str) -> None:
    assert leaf().is_for(host)


@pytest.mark.parametrize("host", ["example.test", "a.b.wild.test", "wild.test", "127.0.0.2", ""])
def test_certificate_is_for_no_other_name(host: str) -> None:
    assert not leaf().is_for(host)


@pytest.mark.parametrize(
    ("host", "at", "code", "problems"),
    [
        ("127.0.0.1", NOW, 0, ()),
        ("other.test", NOW, 0, (CertificateProblem.OTHER_NAME,)),
        ("127.0.0.1", NOW, ResultCode.CERT_AUTHORITY_INVALID, (CertificateProblem.UNKNOWN_ISSUER,)),
        ("127.0.0.1", NOW, ResultCode.CERT_COMMON_NAME_INVALID, (CertificateProblem.OTHER_NAME,)),
        ("127.0.0.1", NOW, ResultCode.CERT_REVOKED, (CertificateProblem.REVOKED,)),
        ("127.0.0.1", NOW, ResultCode.CERT_INVALID, (CertificateProblem.INVALID,)),
        ("127.0.0.1", NOW - 99 * YEAR, 0, (CertificateProblem.NOT_YET_VALID,)),
    ],
)
def test_what_speaks_against_a_certificate(
    host: str, at: dt.datetime, code: int, problems: tuple[CertificateProblem, ...]
) -> None:
    assert problems_of(leaf(), host, at, code) == problems


def test_expired_self_signed_certificate_has_both_problems() -> None:
    made = self_signed("localhost", ends=NOW - dt.timedelta(days=3))
    facts = facts_of_pem(made.certificate)[0]

    problems = problems_of(facts, "localhost", NOW, ResultCode.CERT_AUTHORITY_INVALID)

    assert problems == (CertificateProblem.EXPIRED, CertificateProblem.SELF_SIGNED)
    assert facts.time_left(NOW).days == -4  # three days and the time since NOW was taken


def test_chain_of_a_file_is_read_in_order() -> None:
    text = LEAF.cert_chain_pems[0].bytes() + CA.cert_pem.bytes()

    assert [facts.is_authority for facts in facts_of_pem(text.decode())] == [False, True]


@pytest.mark.parametrize("text", ["", "nonsense", "-----BEGIN CERTIFICATE-----\nAA==\n"])
def test_text_without_a_certificate_is_refused(text: str) -> None:
    with pytest.raises(CertificateError):
        facts_of_pem(text)


def test_bytes_that_are_no_certificate_are_refused() -> None:
    with pytest.raises(CertificateError):
        facts_of_der(b"\x30\x03\x02\x01\x00")
