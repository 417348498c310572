"""Net error codes, and the one place where OS errors become `SocketError`."""

import errno
from collections.abc import Mapping
from enum import IntEnum
from typing import Final

from socket_workbench.net.events import Cause


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
    BAD_SSL_CLIENT_AUTH_CERT = -117
    CONNECTION_TIMED_OUT = -118
    SSL_DECOMPRESSION_FAILURE_ALERT = -125
    SSL_BAD_RECORD_MAC_ALERT = -126
    NETWORK_ACCESS_DENIED = -138
    MSG_TOO_BIG = -142
    ADDRESS_IN_USE = -147
    SSL_DECRYPT_ERROR_ALERT = -153
    SSL_UNRECOGNIZED_NAME_ALERT = -159
    NO_BUFFER_SPACE = -176
    SSL_KEY_USAGE_INCOMPATIBLE = -181
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


class SocketError(Exception):
    """The world said no: a result code, and the cause as the net layer found it."""

    def __init__(self, code: ResultCode, cause: str = Cause.NONE) -> None:
        super().__init__(f"{code.name} ({int(code)}), cause {cause or 'unknown'}")
        self.code = code
        self.cause = cause
        """A `Cause`, or the name of the errno (`ECONNRESET`)."""

    @classmethod
    def of(cls, error: OSError) -> "SocketError":
        """Translate what the operating system said."""
        return cls(code_of(error), cause_of(error))


_NAMES: Final[Mapping[ResultCode, tuple[str, ...]]] = {
    ResultCode.IO_PENDING: ("EAGAIN", "EWOULDBLOCK"),
    ResultCode.ABORTED: ("ECANCELED",),
    ResultCode.INVALID_ARGUMENT: ("EINVAL", "E2BIG", "EFAULT", "ENODEV"),
    ResultCode.INVALID_HANDLE: ("EBADF", "ENOTSOCK"),
    ResultCode.TIMED_OUT: ("ETIMEDOUT",),
    ResultCode.ACCESS_DENIED: ("EACCES", "EPERM", "EROFS"),
    ResultCode.NOT_IMPLEMENTED: ("ENOSYS", "ENOTSUP", "EOPNOTSUPP", "ENOPROTOOPT"),
    ResultCode.INSUFFICIENT_RESOURCES: ("EMFILE", "ENFILE", "EBUSY", "EUSERS"),
    ResultCode.OUT_OF_MEMORY: ("ENOMEM",),
    ResultCode.SOCKET_NOT_CONNECTED: ("ENOTCONN",),
    ResultCode.SOCKET_IS_CONNECTED: ("EISCONN",),
    ResultCode.CONNECTION_RESET: ("ECONNRESET", "ENETRESET", "EPIPE", "ESHUTDOWN"),
    ResultCode.CONNECTION_REFUSED: ("ECONNREFUSED",),
    ResultCode.CONNECTION_ABORTED: ("ECONNABORTED",),
    ResultCode.INTERNET_DISCONNECTED: ("ENETDOWN",),
    ResultCode.ADDRESS_INVALID: ("EADDRNOTAVAIL",),
    ResultCode.ADDRESS_UNREACHABLE: ("EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN", "EAFNOSUPPORT"),
    ResultCode.MSG_TOO_BIG: ("EMSGSIZE",),
    ResultCode.ADDRESS_IN_USE: ("EADDRINUSE",),
    ResultCode.NO_BUFFER_SPACE: ("ENOBUFS",),
}
"""As net::MapSystemError (net/base/net_errors_posix.cc, net_errors_win.cc)."""

_WINDOWS_NAMES: Final[Mapping[int, str]] = {
    64: "ECONNRESET",  # ERROR_NETNAME_DELETED
    121: "ETIMEDOUT",  # ERROR_SEM_TIMEOUT
    1225: "ECONNREFUSED",  # ERROR_CONNECTION_REFUSED
    1231: "ENETUNREACH",  # ERROR_NETWORK_UNREACHABLE
    1232: "EHOSTUNREACH",  # ERROR_HOST_UNREACHABLE
    1234: "ECONNREFUSED",  # ERROR_PORT_UNREACHABLE
    1236: "ECONNABORTED",  # ERROR_CONNECTION_ABORTED
}
"""What overlapped operations say instead of a Winsock error."""

_CODES: Final[Mapping[str, ResultCode]] = {
    name: code for code, names in _NAMES.items() for name in names
}


def cause_of(error: OSError) -> str:
    """Name of the errno (`ECONNRESET`), the same on every system."""
    windows_name = _WINDOWS_NAMES.get(getattr(error, "winerror", None) or 0)
    if windows_name is not None:
        return windows_name
    name = errno.errorcode.get(error.errno or 0, "")
    return name.removeprefix("WSA")


def code_of(error: OSError) -> ResultCode:
    """Result code of an OS error; `FAILED` for those that Chromium does not tell apart."""
    return _CODES.get(cause_of(error), ResultCode.FAILED)


_CONNECT_CODES: Final[Mapping[str, ResultCode]] = {
    "EACCES": ResultCode.NETWORK_ACCESS_DENIED,
    "ETIMEDOUT": ResultCode.CONNECTION_TIMED_OUT,
}


def connect_error(error: OSError) -> SocketError:
    """Translate what `connect` said; as net::MapConnectError."""
    cause = cause_of(error)
    code = _CONNECT_CODES.get(cause, code_of(error))
    return SocketError(ResultCode.CONNECTION_FAILED if code is ResultCode.FAILED else code, cause)
