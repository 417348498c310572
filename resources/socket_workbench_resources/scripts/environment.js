// What a background page has beyond ECMAScript, as far as socket code uses it.  The large parts
// are bundled packages, read when they are first used.
(function (host) {
  "use strict";

  const RANDOM_MAX = 65536;

  // ---- bundled packages ---------------------------------------------------------------
  const loaded = new Map();

  // The exports of one bundle in `vendor`.
  host.vendor = function (name) {
    if (!loaded.has(name)) {
      const module = { exports: {} };
      const source = `${host.ask(["source", name]).value}\n//# sourceURL=workbench:vendor/${name}.js`;
      Function("module", "exports", source)(module, module.exports);
      loaded.set(name, module.exports);
    }
    return loaded.get(name);
  };

  // Globals that come from a bundle: as its exports, or set by itself when it is run.  They are
  // out of the way while it runs, for it looks whether they are there.
  function installed(bundle, ...names) {
    for (const name of names) {
      host.lazy(globalThis, name, () => {
        for (const other of names) delete globalThis[other];
        const exports = host.vendor(bundle);
        for (const other of names) {
          host.define(globalThis, { [other]: exports[other] ?? globalThis[other] }, false);
        }
        return globalThis[name];
      });
    }
  }

  installed("web", "structuredClone", "DOMException", "atob", "btoa");
  installed("params", "URLSearchParams");
  installed("text", "TextEncoder", "TextDecoder");

  // ---- the window -----------------------------------------------------------------------
  host.define(globalThis, {
    window: globalThis,
    self: globalThis,
    close() { host.post(["q", null]); },
  });

  const performance = {};
  host.define(performance, { now: () => host.now(), timeOrigin: Date.now() });
  host.define(globalThis, { performance });

  // ---- crypto -----------------------------------------------------------------------------
  function getRandomValues(view) {
    const isFloat = view instanceof Float32Array || view instanceof Float64Array;
    if (!ArrayBuffer.isView(view) || view instanceof DataView || isFloat) {
      throw new DOMException("The provided ArrayBufferView is not an integer array type", "TypeMismatchError");
    }
    if (view.byteLength > RANDOM_MAX) {
      throw new DOMException(`The ArrayBufferView's byte length (${view.byteLength}) exceeds the number of bytes of entropy available via this API (${RANDOM_MAX})`, "QuotaExceededError");
    }
    const bytes = host.ask(["random", view.byteLength]).bytes;
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(bytes);
    return view;
  }

  function randomUUID() {
    const bytes = getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return [8, 12, 16, 20, 32].map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end)).join("-");
  }

  const crypto = {};
  host.define(crypto, { getRandomValues, randomUUID });
  host.define(globalThis, { crypto });

  // ---- URL: parsed by ada in the process around V8 ------------------------------------------
  const PARTS = ["protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"];

  class URL {
    #parts;
    #params = null;

    constructor(url, base) {
      this.#parts = parseUrl(url, base);
      if (this.#parts === null) {
        throw new TypeError(base === undefined ? "Failed to construct 'URL': Invalid URL"
          : "Failed to construct 'URL': Invalid base URL or URL");
      }
    }

    static canParse(url, base) { return parseUrl(url, base) !== null; }
    static parse(url, base) { return URL.canParse(url, base) ? new URL(url, base) : null; }

    get href() { return this.#parts.href; }
    set href(value) {
      const parts = parseUrl(value);
      if (parts === null) throw new TypeError("Failed to set the 'href' property on 'URL': Invalid URL");
      this.#take(parts);
    }
    get origin() { return this.#parts.origin; }
    get searchParams() { return this.#params ??= this.#makeParams(); }
    toString() { return this.href; }
    toJSON() { return this.href; }

    // The parts have getters and setters below.
    static part(url, name) { return url.#parts[name]; }
    static setPart(url, name, value) {
      url.#take(host.ask(["setUrl", url.href, name, String(value).toWellFormed()]).value);
    }

    #take(parts) {
      this.#parts = parts;
      this.#params = null;
    }

    #makeParams() {
      const params = new URLSearchParams(this.search);
      for (const name of ["append", "delete", "set", "sort"]) {
        const plain = params[name];
        Object.defineProperty(params, name, { configurable: true, writable: true, value: (...args) => {
          plain.apply(params, args);
          this.#parts = host.ask(["setUrl", this.href, "search", params.toString()]).value;
        } });
      }
      return params;
    }
  }

  const { part, setPart } = URL;
  delete URL.part;
  delete URL.setPart;
  for (const name of PARTS) {
    Object.defineProperty(URL.prototype, name, {
      enumerable: true, configurable: true,
      get() { return part(this, name); },
      set(value) { setPart(this, name, value); },
    });
  }

  function parseUrl(url, base) {
    const texts = base === undefined ? [String(url)] : [String(url), String(base)];
    return host.ask(["url", ...texts.map((text) => text.toWellFormed())]).value;
  }

  host.define(globalThis, { URL }, false);
})(__workbench);
