"""Net error codes, and the one place where OS errors become `SocketError`."""

from enum import IntEnum


class ResultCode(IntEnum):
    """Chromium's net error codes that occur in the socket APIs (net/base/net_error_list.h)."""

    OK = 0
    IO_PENDING = -1
    FAILED = -2
    ABORTED = -3
    INVALID_ARGUMENT = -4
    INVALID_HANDLE = -5
    TIMED_OUT = -7
    UNEXPECTED = -9
    ACCESS_DENIED = -10
    NOT_IMPLEMENTED = -11
    INSUFFICIENT_RESOURCES = -12
    OUT_OF_MEMORY = -13
    SOCKET_NOT_CONNECTED = -15
    SOCKET_IS_CONNECTED = -23
    CONNECTION_CLOSED = -100
    CONNECTION_RESET = -101
    CONNECTION_REFUSED = -102
    CONNECTION_ABORTED = -103
    CONNECTION_FAILED = -104
    NAME_NOT_RESOLVED = -105
    INTERNET_DISCONNECTED = -106
    SSL_PROTOCOL_ERROR = -107
    ADDRESS_INVALID = -108
    ADDRESS_UNREACHABLE = -109
    SSL_CLIENT_AUTH_CERT_NEEDED = -110
    SSL_VERSION_OR_CIPHER_MISMATCH = -113
    CONNECTION_TIMED_OUT = -118
    NETWORK_ACCESS_DENIED = -138
    MSG_TOO_BIG = -142
    ADDRESS_IN_USE = -147
    NO_BUFFER_SPACE = -176
    CERT_COMMON_NAME_INVALID = -200
    CERT_DATE_INVALID = -201
    CERT_AUTHORITY_INVALID = -202
    CERT_REVOKED = -206
    CERT_INVALID = -207
    CERT_WEAK_SIGNATURE_ALGORITHM = -208
    CERT_WEAK_KEY = -211
    CERT_VALIDITY_TOO_LONG = -213


def code_name(code: int) -> str:
    """Name of a result code as the API's users know it: `CONNECTION_REFUSED`, `OK`; else empty."""
    try:
        return ResultCode(code).name
    except ValueError:
        return ""
