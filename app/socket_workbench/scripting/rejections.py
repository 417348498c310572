"""Tells JavaScript which promises were rejected while nobody had a handler on them.

V8 says so to whoever embeds it, by a function that mini-racer does not pass on. Where its library
shows V8's own functions, as on Linux and macOS, they are called here; elsewhere only promises
that a script returns to us can be watched (`base.js`). This must fit the V8 in it, so it is
used with that one only: a test fails when the library is another.
"""

import ctypes
from typing import Any, Final

from socket_workbench.scripting.v8 import V8

KNOWN_V8: Final = b"14."
"""Versions that this was tried with begin so."""
REJECTED, HANDLED = 0, 1
"""Of `v8::PromiseRejectEvent`; what comes after does not matter to us."""

_Pointer = ctypes.c_void_p
_NAMES: Final = {
    "isolate": "_ZN2v87Isolate10GetCurrentEv",
    "context": "_ZN2v87Isolate17GetCurrentContextEv",
    "global": "_ZN2v87Context6GlobalEv",
    "get": "_ZN2v86Object3GetENS_5LocalINS_7ContextEEENS1_INS_5ValueEEE",
    "string": "_ZN2v86String11NewFromUtf8EPNS_7IsolateEPKcNS_13NewStringTypeEi",
    "integer": "_ZN2v87Integer3NewEPNS_7IsolateEi",
    "keep": "_ZN2v812api_internal18GlobalizeReferenceEPNS_8internal7IsolateEm",
    "watch": "_ZN2v87Isolate24SetPromiseRejectCallbackEPFvNS_20PromiseRejectMessageEE",
    "call": "_ZN2v88Function4CallEPNS_7IsolateENS_5LocalINS_7ContextEEENS3_INS_5ValueEEEiPS7_",
}


class _Message(ctypes.Structure):
    """`v8::PromiseRejectMessage`."""

    _fields_ = (("promise", _Pointer), ("event", ctypes.c_int), ("value", _Pointer))


_Callback = ctypes.CFUNCTYPE(None, _Message)
_ARGUMENTS: Final[dict[str, tuple[Any, ...]]] = {
    "isolate": (),
    "context": (_Pointer,),
    "global": (_Pointer,),
    "get": (_Pointer, _Pointer, _Pointer),
    "string": (_Pointer, ctypes.c_char_p, ctypes.c_int, ctypes.c_int),
    "integer": (_Pointer, ctypes.c_int),
    "keep": (_Pointer, _Pointer),
    "watch": (_Pointer, _Callback),
    "call": (_Pointer, _Pointer, _Pointer, _Pointer, ctypes.c_int, ctypes.POINTER(_Pointer)),
}


class Rejections:
    """Calls a function of JavaScript with `REJECTED` or `HANDLED`, the promise and the reason.

    Keep it as long as V8.
    """

    def __init__(self, v8: V8) -> None:
        """Prepare.

        Raises:
            LookupError: This V8 is another, or shows no functions.
        """
        library = v8.library
        library.mr_v8_version.restype = ctypes.c_char_p
        if not library.mr_v8_version().startswith(KNOWN_V8):
            raise LookupError(library.mr_v8_version())
        try:
            self._v8 = {name: library[symbol] for name, symbol in _NAMES.items()}
        except AttributeError as error:
            raise LookupError(str(error)) from None
        for name, arguments in _ARGUMENTS.items():
            self._v8[name].restype, self._v8[name].argtypes = _Pointer, arguments
        self._callback = _Callback(self._on_message)
        self._isolate: Any = None
        self._function: Any = None

    def begin(self, *path: str) -> None:
        """Call the function at this path of the global object from now on.

        To be called on V8's thread, from a signal.
        """
        v8 = self._v8
        self._isolate = isolate = v8["isolate"]()
        context = v8["context"](isolate)
        value = v8["global"](context)
        for name in path:
            value = v8["get"](value, context, v8["string"](isolate, name.encode(), 0, -1))
        address = ctypes.cast(value, ctypes.POINTER(_Pointer)).contents.value
        self._function = v8["keep"](isolate, address)
        v8["watch"](isolate, self._callback)

    def _on_message(self, message: _Message) -> None:
        if message.event > HANDLED:
            return
        v8, isolate = self._v8, self._isolate
        event = v8["integer"](isolate, message.event)
        values = (_Pointer * 3)(event, message.promise, message.value or event)
        context = v8["context"](isolate)
        v8["call"](self._function, isolate, context, v8["global"](context), 3, values)
