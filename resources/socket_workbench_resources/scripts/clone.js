// structuredClone, and DOMException, atob and btoa from a bundled package in the platform's words.
(function (host) {
  "use strict";

  const { apply } = Reflect;
  const { isView } = ArrayBuffer;
  const tagOf = Object.prototype.toString;
  const slice = ArrayBuffer.prototype.slice;
  const WHAT = "execute 'structuredClone' on 'Window'";
  const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

  // Globals of the bundle, read when one of them is first used.  They are out of the way while it
  // runs, for it looks whether they are there.
  function load() {
    for (const name of ["structuredClone", "DOMException", "atob", "btoa"]) delete globalThis[name];
    host.vendor("web");
    const { DOMException, atob, btoa } = globalThis;
    host.define(globalThis, { DOMException: Object.defineProperty(DOMException, "length", { value: 0 }) }, false);
    host.publishFunctions({
      atob: (text) => inWords("atob", atob, text, "The string to be decoded is not correctly encoded."),
      btoa: (text) => inWords("btoa", btoa, text, "The string to be encoded contains characters outside of the Latin1 range."),
    }, { atob: 1, btoa: 1 });
    host.publishFunctions({ structuredClone }, { structuredClone: 1 });
  }

  for (const name of ["structuredClone", "atob", "btoa", "DOMException"]) {
    host.lazy(globalThis, name, () => {
      load();
      return globalThis[name];
    });
  }

  function inWords(name, convert, value, problem) {
    const what = `execute '${name}' on 'Window'`;
    const text = host.converting(what, () => `${value}`);
    try {
      return convert(text);
    } catch (e) {
      throw new DOMException(`Failed to ${what}: ${problem}`, "InvalidCharacterError");
    }
  }

  // ---- structuredClone ------------------------------------------------------------------
  function fail(problem) {
    throw new DOMException(`Failed to ${WHAT}: ${problem}`, "DataCloneError");
  }

  function shown(value) {
    if (typeof value !== "object") return String(value);
    const maker = value.constructor;
    return `#<${typeof maker === "function" && maker.name ? maker.name : "Object"}>`;
  }

  // The buffers to transfer, checked as the platform does.
  function listOf(options) {
    const given = host.options(options, "StructuredSerializeOptions", WHAT).transfer;
    if (given === undefined) return [];
    const where = `Failed to ${WHAT}: Failed to read the 'transfer' property from 'StructuredSerializeOptions'`;
    if (given === null || typeof given[Symbol.iterator] !== "function") {
      throw new TypeError(`${where}: The provided value cannot be converted to a sequence.`);
    }
    const list = [...given];
    list.forEach((one, at) => {
      if (one === null || typeof one !== "object") throw new TypeError(`${where}: Failed to convert value to 'object'.`);
      if (!(one instanceof ArrayBuffer)) fail(`Value at index ${at} does not have a transferable type.`);
      if (list.indexOf(one) < at) fail(`ArrayBuffer at index ${at} is a duplicate of an earlier ArrayBuffer.`);
      if (one.detached) fail(`ArrayBuffer at index ${at} is already detached.`);
    });
    return list;
  }

  function structuredClone(value, options) {
    const list = listOf(options);
    const seen = new Map();
    const later = [];  // containers are filled after one another, however deep they lie
    const copy = cloned(value, seen, later);
    for (let at = 0; at < later.length; at++) later[at]();
    for (const buffer of list) buffer.transfer();  // leaves it empty
    return copy;
  }

  function cloned(value, seen, later) {
    if (typeof value === "symbol" || typeof value === "function") fail(`${shown(value)} could not be cloned.`);
    if (typeof value !== "object" || value === null) return value;
    if (seen.has(value)) return seen.get(value);
    const clone = (one) => cloned(one, seen, later);
    const copy = isView(value) ? viewOf(value, clone) : made(value, clone, later);
    seen.set(value, copy);
    return copy;
  }

  function viewOf(view, clone) {
    const copy = clone(view.buffer);
    if (view instanceof DataView) return new DataView(copy, view.byteOffset, view.byteLength);
    return new globalThis[view[Symbol.toStringTag]](copy, view.byteOffset, view.length);
  }

  function bufferOf(buffer) {
    if (buffer.detached) fail("An ArrayBuffer is detached and could not be cloned.");
    if (!buffer.resizable) return apply(slice, buffer, [0]);
    const copy = new ArrayBuffer(buffer.byteLength, { maxByteLength: buffer.maxByteLength });
    new Uint8Array(copy).set(new Uint8Array(buffer));
    return copy;
  }

  const MAKERS = {
    Boolean: (value) => Object(Boolean.prototype.valueOf.call(value)),
    Number: (value) => Object(Number.prototype.valueOf.call(value)),
    String: (value) => Object(String.prototype.valueOf.call(value)),
    BigInt: (value) => Object(BigInt.prototype.valueOf.call(value)),
    Date: (value) => new Date(Date.prototype.getTime.call(value)),
    RegExp: (value) => new RegExp(value.source, value.flags),
    ArrayBuffer: bufferOf,
    SharedArrayBuffer: (value) => value,
    Map: (value, clone, later) => {
      const copy = new Map(), entries = [...Map.prototype.entries.call(value)];
      later.push(() => entries.forEach(([key, one]) => copy.set(clone(key), clone(one))));
      return copy;
    },
    Set: (value, clone, later) => {
      const copy = new Set(), values = [...Set.prototype.values.call(value)];
      later.push(() => values.forEach((one) => copy.add(clone(one))));
      return copy;
    },
    Error: errorOf,
  };

  function errorOf(error, clone) {
    if (error instanceof DOMException) return new DOMException(error.message, error.name);
    const kind = Object.hasOwn(ERRORS, error.name) ? ERRORS[error.name] : Error;
    const copy = new kind();
    const members = { stack: error.stack };
    if (Object.hasOwn(error, "message")) members.message = `${error.message}`;
    if (Object.hasOwn(error, "cause")) members.cause = clone(error.cause);
    return host.define(copy, members, false);
  }

  function made(value, clone, later) {
    const tag = tagOf.call(value).slice(8, -1);
    if (host.isBlob(value)) return host.cloneBlob(value);
    if (value instanceof WebAssembly.Module) return value;
    if (Object.hasOwn(MAKERS, tag) || tag === "DOMException") {
      return (MAKERS[tag] ?? errorOf)(value, clone, later);
    }
    if (value instanceof Error) return errorOf(value, clone);
    const isArray = Array.isArray(value);
    if (!isArray && !["Object", "Math", "JSON"].includes(tag)) refuse(value, tag);
    const copy = isArray ? new Array(value.length) : {};
    later.push(() => {
      for (const key of Object.keys(value)) copy[key] = clone(value[key]);
    });
    return copy;
  }

  function refuse(value, tag) {
    const isPlatform = typeof globalThis[tag] === "function" && value instanceof globalThis[tag] && !(tag in SHOWN);
    if (value === globalThis) fail("#<Window> could not be cloned.");
    if (tag === "Generator") fail("[object Generator] could not be cloned.");
    fail(isPlatform ? `${tag} object could not be cloned.` : `${shown(value)} could not be cloned.`);
  }

  const SHOWN = { WeakMap: 1, WeakSet: 1, WeakRef: 1, Promise: 1, FinalizationRegistry: 1 };
})(__workbench);
