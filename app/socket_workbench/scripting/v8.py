"""V8 by way of mini-racer's C functions: evaluate, share buffers, be called back at once.

mini-racer's own Python classes hand every call through an asyncio loop and a thread of their
own: 0.19 ms for an `eval`, 0.45 ms for a callback (two cores, virtual machine). The C
functions below them take 0.1 ms and 0.015 ms. A script host lives on callbacks, so it uses
the functions, which `init_mini_racer` gives out; the version is pinned for that.
"""

import ctypes
from _thread import allocate_lock
from collections.abc import Callable
from typing import Any, Final

from py_mini_racer import init_mini_racer

from socket_workbench.scripting.faults import ScriptError, fault_from_v8

Signal = Callable[[], None]
"""Called from JavaScript, on V8's thread; JavaScript waits until it returns."""

_RESULT = 0
"""Callback number under which results of evaluations come; signals count from 1."""

# Types of values, as in mini-racer's C++ source.
_BOOLEAN, _INTEGER, _DOUBLE, _STRING = 2, 3, 4, 5
_BUFFERS = (101, 102)
_PROMISE = 103
_FAULTS = (200, 201, 202, 203, 204, 205, 206)


class V8:
    """One isolate with one context; all methods are for one thread, and block it."""

    def __init__(self, flags: tuple[str, ...] = ("--single-threaded",)) -> None:
        self._library: Any = init_mini_racer(flags=flags, ignore_duplicate_init=True)
        self._signals: dict[int, Signal] = {}
        self._is_known_thread = False
        self._answered = allocate_lock()
        self._answered.acquire()
        self._answer: Any = None
        callback_type: Any = self._library.mr_init_context.argtypes[0]
        self._callback: Final = callback_type(self._on_callback)  # must outlive the context
        self._context = self._library.mr_init_context(self._callback)

    @property
    def library(self) -> Any:
        """The library itself, for what mini-racer has no function for."""
        return self._library

    def evaluate(
        self, source: str, name: str = "", *, promise_to: Any = None, result_to: Any = None
    ) -> Any:
        """Run a script in the global scope; a plain value, or `None` for other results.

        `promise_to` is a function (see `function`) that gets a result that is a promise,
        `result_to` one that gets any result.

        Raises:
            ScriptError: It does not compile, or throws.
        """
        handle = self._run(source, name)
        try:
            if promise_to is not None and handle.contents.type == _PROMISE:
                self.call(promise_to, handle)
            if result_to is not None:
                self.call(result_to, handle)
            return self._plain(handle)
        finally:
            self._free(handle)

    def function(self, expression: str) -> Any:
        """A handle of a function, for `call`; it lives as long as V8."""
        return self._run(expression, "")

    def call(self, function: Any, *arguments: Any) -> None:
        """Call a function with handles as arguments.

        Raises:
            ScriptError: It throws.
        """
        array, this = self._run("[]", ""), self._run("undefined", "")
        for argument in arguments:
            self._free(self._library.mr_array_push(self._context, array, argument))
        self._library.mr_call_function(self._context, function, this, array, _RESULT)
        handles = (self._wait(), this, array)
        for handle in handles:
            self._free(handle)

    def share(self, expression: str) -> memoryview:
        """The writable bytes of an ArrayBuffer, which JavaScript must keep alive."""
        handle = self._run(expression, "")
        value = handle.contents
        assert value.type in _BUFFERS, expression
        array = (ctypes.c_ubyte * value.len).from_address(value.value.value_ptr)
        self._free(handle)
        return memoryview(array).cast("B")

    def add_signal(self, owner: str, name: str, signal: Signal) -> None:
        """Give the object `owner` (an expression) a method that calls `signal`."""
        number = len(self._signals) + 1
        self._signals[number] = signal
        target = self._run(owner, "")
        key = self._string(name)
        function = self._library.mr_make_js_callback(self._context, number)
        done = self._library.mr_set_object_item(self._context, target, key, function)
        for handle in (done, function, key, target):
            self._free(handle)

    def collect(self) -> None:
        """Throw away what nothing refers to, and put what is left in order."""
        self._library.mr_low_memory_notification(self._context)

    def close(self) -> None:
        """Free everything; nothing of it may be used any more."""
        self._library.mr_free_context(self._context)

    def _run(self, source: str, name: str) -> Any:
        code = self._string(f"{source}\n//# sourceURL={name}" if name else source)
        self._library.mr_eval(self._context, code, _RESULT)
        try:
            return self._wait(name)
        finally:
            self._free(code)

    def _wait(self, name: str = "") -> Any:
        """The result of what was just begun; `name` is for errors without a place."""
        self._answered.acquire()
        handle, self._answer = self._answer, None
        if handle.contents.type in _FAULTS:
            text = _text(handle.contents)
            self._free(handle)
            raise ScriptError(fault_from_v8(text, name))
        return handle

    def _plain(self, handle: Any) -> Any:
        value = handle.contents
        if value.type == _STRING:
            return _text(value)
        if value.type == _BOOLEAN:
            return value.value.int_val == 1
        if value.type == _INTEGER:
            return value.value.int_val
        return value.value.double_val if value.type == _DOUBLE else None

    def _string(self, text: str) -> Any:
        data = text.encode("utf-8", "replace")
        return self._library.mr_alloc_string_val(self._context, data, len(data), _STRING)

    def _free(self, handle: Any) -> None:
        self._library.mr_free_value(self._context, handle)

    def _on_callback(self, number: int, handle: Any) -> None:
        """On V8's thread."""
        if number == _RESULT:
            self._answer = handle
            self._answered.release()
        else:
            self._free(handle)
            if not self._is_known_thread:
                self._is_known_thread = True
                _keep_thread_state()
            self._signals[number]()


def _keep_thread_state() -> None:
    """Let Python remember this thread, which it has not started.

    It would set up and tear down what it knows of the thread, a mapping of memory included, at
    every callback.
    """
    ctypes.pythonapi.PyGILState_Ensure()  # one more than ctypes releases


def _text(value: Any) -> str:
    return value.value.bytes_val[: value.len].decode("utf-8", "replace")
