"""OS errors become result codes, and causes that are the same on every system."""

import errno

import pytest

from socket_workbench.net.errors import (
    ResultCode,
    cause_of,
    code_name,
    code_of,
    connect_error,
)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EAGAIN, ResultCode.IO_PENDING),
        (errno.ECONNRESET, ResultCode.CONNECTION_RESET),
        (errno.EPIPE, ResultCode.CONNECTION_RESET),
        (errno.EHOSTUNREACH, ResultCode.ADDRESS_UNREACHABLE),
        (errno.EADDRINUSE, ResultCode.ADDRESS_IN_USE),
        (errno.EMSGSIZE, ResultCode.MSG_TOO_BIG),
        (errno.EACCES, ResultCode.ACCESS_DENIED),
        (errno.ETIMEDOUT, ResultCode.TIMED_OUT),
        (errno.EXDEV, ResultCode.FAILED),
        (None, ResultCode.FAILED),
    ],
)
def test_errno_has_a_code(number: int | None, code: ResultCode) -> None:
    assert code_of(OSError(number, "")) is code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ETIMEDOUT, ResultCode.CONNECTION_TIMED_OUT),
        (errno.EACCES, ResultCode.NETWORK_ACCESS_DENIED),
        (errno.EXDEV, ResultCode.CONNECTION_FAILED),
        (errno.ECONNREFUSED, ResultCode.CONNECTION_REFUSED),
    ],
)
def test_connect_has_codes_of_its_own(number: int, code: ResultCode) -> None:
    error = connect_error(OSError(number, ""))

    assert (error.code, error.cause) == (code, errno.errorcode[number])


class WindowsError(OSError):
    winerror = 64  # ERROR_NETNAME_DELETED


def test_windows_errors_have_the_same_causes() -> None:
    assert cause_of(WindowsError(errno.EINVAL, "")) == "ECONNRESET"
    assert code_of(WindowsError(errno.EINVAL, "")) is ResultCode.CONNECTION_RESET


def test_names_are_those_of_the_api() -> None:
    assert (code_name(-102), code_name(0), code_name(-9999)) == ("CONNECTION_REFUSED", "OK", "")
