// crypto and performance.
(function (host) {
  "use strict";

  const RANDOM_MAX = 65536;
  const INTEGERS = new Set(["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array",
    "Int32Array", "Uint32Array", "BigInt64Array", "BigUint64Array"]);
  const tagOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

  host.lazy(globalThis, "QuotaExceededError", () => {
    class QuotaExceededError extends DOMException {
      constructor(message = "") { super(message, "QuotaExceededError"); }
      get quota() { return null; }
      get requested() { return null; }
    }
    const value = "QuotaExceededError";
    Object.defineProperty(QuotaExceededError.prototype, Symbol.toStringTag, { value, configurable: true });
    return QuotaExceededError;
  });

  // ---- crypto -------------------------------------------------------------------------------
  function randomInto(view) {
    const what = "execute 'getRandomValues' on 'Crypto'";
    if (!ArrayBuffer.isView(view)) throw new TypeError(`Failed to ${what}: parameter 1 is not of type 'ArrayBufferView'.`);
    if (view.buffer instanceof SharedArrayBuffer) {
      throw new TypeError(`Failed to ${what}: The provided ArrayBufferView value must not be shared.`);
    }
    const type = tagOf.call(view) ?? "DataView";
    if (!INTEGERS.has(type)) {
      throw new DOMException(`Failed to ${what}: The provided ArrayBufferView is of type '${type.replace("Array", "")}', which is not an integer array type.`, "TypeMismatchError");
    }
    if (view.byteLength > RANDOM_MAX) {
      throw new QuotaExceededError(`Failed to ${what}: The ArrayBufferView's byte length (${view.byteLength}) exceeds the number of bytes of entropy available via this API (${RANDOM_MAX}).`);
    }
    if (view.byteLength > 0) {
      new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(host.ask(["random", view.byteLength]).bytes);
    }
    return view;
  }

  function randomUUID() {
    const bytes = randomInto(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = bytes.toHex();
    return [8, 12, 16, 20, 32].map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end)).join("-");
  }

  const DIGESTS = ["SHA-1", "SHA-256", "SHA-384", "SHA-512"];
  const PIECE = 1 << 20;  // bytes that one question takes

  function digestName(algorithm, what) {
    const name = typeof algorithm === "object" && algorithm !== null ? algorithm.name : algorithm;
    if (name === undefined) throw new TypeError(`Failed to ${what}: Algorithm: name: Missing or not a string`);
    const known = DIGESTS.find((one) => one === String(name).toUpperCase());
    if (known === undefined) throw new DOMException(`Failed to ${what}: Algorithm: Unrecognized name`, "NotSupportedError");
    return known;
  }

  function bytesOf(data, what) {
    if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    if (data instanceof ArrayBuffer) return new Uint8Array(data);
    throw new TypeError(`Failed to ${what}: The provided value is not of type '(ArrayBuffer or ArrayBufferView)'.`);
  }

  const subtle = host.single("SubtleCrypto", {
    async digest(...args) {
      const what = "execute 'digest' on 'SubtleCrypto'";
      if (args.length < 2) throw host.tooFew(what, 2, args.length);
      const bytes = bytesOf(args[1], what), name = digestName(args[0], what);
      for (let at = 0; at < bytes.length; at += PIECE) host.ask(["digest", name, false], bytes.subarray(at, at + PIECE));
      return host.ask(["digest", name, true]).bytes.buffer;
    },
  });

  const crypto = host.single("Crypto", {
    get subtle() { return subtle; },
    getRandomValues(...args) {
      if (args.length < 1) throw host.tooFew("execute 'getRandomValues' on 'Crypto'", 1, 0);
      return randomInto(args[0]);
    },
    randomUUID,
  });
  host.define(globalThis, { get crypto() { return crypto; }, set crypto(value) {} });

  // ---- performance -----------------------------------------------------------------------------
  let entries = [];

  function note(name, entryType, startTime, duration, detail = null) {
    const entry = { name: String(name), entryType, startTime, duration, detail };
    entries.push(entry);
    entries.sort((a, b) => a.startTime - b.startTime);
    return entry;
  }

  function timeOf(mark, fallback) {
    if (mark === undefined) return fallback;
    if (typeof mark === "number") return mark;
    const entry = entries.findLast((one) => one.entryType === "mark" && one.name === String(mark));
    if (entry === undefined) {
      throw new DOMException(`Failed to execute 'measure' on 'Performance': The mark '${mark}' does not exist.`, "SyntaxError");
    }
    return entry.startTime;
  }

  function forget(type, name) {
    entries = entries.filter((one) => one.entryType !== type || (name !== undefined && one.name !== String(name)));
  }

  const timeOrigin = Date.now() - host.now();
  const performance = host.single("Performance", {
    timeOrigin,
    now: () => host.now(),
    mark: (name, options) => note(name, "mark", options?.startTime ?? host.now(), 0, options?.detail),
    measure(name, start, end) {
      const range = typeof start === "object" && start !== null ? start : { start, end };
      const from = timeOf(range.start, 0), to = timeOf(range.end, host.now());
      return note(name, "measure", from, to - from, range.detail);
    },
    clearMarks(name) { forget("mark", name); },
    clearMeasures(name) { forget("measure", name); },
    getEntries: () => [...entries],
    getEntriesByName: (name, type) => entries.filter((one) => one.name === String(name) && (type === undefined || one.entryType === type)),
    getEntriesByType: (type) => entries.filter((one) => one.entryType === type),
    toJSON: () => ({ timeOrigin }),
  });
  host.define(globalThis, { performance });
})(__workbench);
