// Event, EventTarget, Blob, File and FileReader.
(function (host) {
  "use strict";

  const setTask = setTimeout;

  class Event {
    constructor(type, members = {}) {
      this.type = String(type);
      this.timeStamp = host.now();
      this.target = this.currentTarget = null;
      this.cancelable = Boolean(members.cancelable);
      this.defaultPrevented = false;
    }
    preventDefault() { if (this.cancelable) this.defaultPrevented = true; }
    stopPropagation() {}
    stopImmediatePropagation() { this.isStopped = true; }
  }

  class ProgressEvent extends Event {
    constructor(type, members = {}) {
      super(type, members);
      this.lengthComputable = Boolean(members.lengthComputable);
      this.loaded = members.loaded ?? 0;
      this.total = members.total ?? 0;
    }
  }

  class EventTarget {
    #listeners = new Map();

    addEventListener(type, listener, options) {
      if (listener === null || listener === undefined) return;
      const list = this.#listeners.get(type) ?? [];
      if (list.some((entry) => entry.listener === listener)) return;
      const once = typeof options === "object" && options !== null && Boolean(options.once);
      this.#listeners.set(type, [...list, { listener, once }]);
    }

    removeEventListener(type, listener) {
      const list = this.#listeners.get(type) ?? [];
      this.#listeners.set(type, list.filter((entry) => entry.listener !== listener));
    }

    dispatchEvent(event) {
      event.target = event.currentTarget = this;
      const handler = this["on" + event.type];
      if (typeof handler === "function") host.run(handler, this, [event], `on${event.type}`);
      for (const { listener, once } of this.#listeners.get(event.type) ?? []) {
        if (event.isStopped) break;
        if (once) this.removeEventListener(event.type, listener);
        const isFunction = typeof listener === "function";
        host.run(isFunction ? listener : listener.handleEvent, isFunction ? this : listener,
          [event], `listener of ${event.type}`);
      }
      return !event.defaultPrevented;
    }
  }

  // ---- Blob ----------------------------------------------------------------------------
  function bytesOf(part) {
    if (part instanceof Blob) return blobBytes(part);
    if (part instanceof ArrayBuffer) return new Uint8Array(part);
    if (ArrayBuffer.isView(part)) return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    return new TextEncoder().encode(String(part));
  }

  function joined(parts) {
    const pieces = Array.from(parts, bytesOf);
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  function typeText(type) {
    const text = String(type ?? "");
    return /[^\x20-\x7e]/.test(text) ? "" : text.toLowerCase();
  }

  function edge(value, size, fallback) {
    if (value === undefined) return fallback;
    const at = Math.trunc(Number(value)) || 0;
    return at < 0 ? Math.max(size + at, 0) : Math.min(at, size);
  }

  let blobBytes;

  class Blob {
    #bytes;
    #type;

    constructor(parts = [], options = {}) {
      if (parts === null || typeof parts !== "object" || typeof parts[Symbol.iterator] !== "function") {
        throw new TypeError("Failed to construct 'Blob': The provided value cannot be converted to a sequence.");
      }
      this.#bytes = joined(parts);
      this.#type = typeText(options?.type);
    }

    static { blobBytes = (blob) => blob.#bytes; }

    get size() { return this.#bytes.length; }
    get type() { return this.#type; }
    async arrayBuffer() { return this.#bytes.slice().buffer; }
    async bytes() { return this.#bytes.slice(); }
    async text() { return new TextDecoder().decode(this.#bytes); }

    slice(start, end, type) {
      const first = edge(start, this.size, 0), last = edge(end, this.size, this.size);
      const part = new Blob([], { type });
      part.#bytes = this.#bytes.subarray(first, Math.max(first, last));
      return part;
    }

    get [Symbol.toStringTag]() { return "Blob"; }
  }

  class File extends Blob {
    constructor(parts, name, options = {}) {
      super(parts, options);
      this.name = String(name);
      this.lastModified = options?.lastModified ?? Date.now();
    }
    get [Symbol.toStringTag]() { return "File"; }
  }

  // ---- FileReader ------------------------------------------------------------------------
  function binaryText(bytes) {
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192) {
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    }
    return text;
  }

  function decoded(bytes, label) {
    let decoder;
    try {
      decoder = new TextDecoder(label ?? "utf-8");
    } catch (e) {
      decoder = new TextDecoder();  // an unknown label counts as none
    }
    return decoder.decode(bytes);
  }

  class FileReader extends EventTarget {
    static EMPTY = 0;
    static LOADING = 1;
    static DONE = 2;
    EMPTY = 0;
    LOADING = 1;
    DONE = 2;
    readyState = 0;
    result = null;
    error = null;
    #job = 0;

    readAsArrayBuffer(blob) { this.#read(blob, (bytes) => bytes.slice().buffer); }
    readAsText(blob, label) { this.#read(blob, (bytes) => decoded(bytes, label)); }
    readAsBinaryString(blob) { this.#read(blob, binaryText); }
    readAsDataURL(blob) {
      const type = blob?.type || "application/octet-stream";
      this.#read(blob, (bytes) => `data:${type};base64,${btoa(binaryText(bytes))}`);
    }

    abort() {
      if (this.readyState !== 1) return;
      this.#job++;
      this.readyState = 2;
      this.result = null;
      this.error = new DOMException("The user aborted a request.", "AbortError");
      this.#fire("abort", 0);
      this.#fire("loadend", 0);
    }

    #read(blob, convert) {
      if (!(blob instanceof Blob)) {
        throw new TypeError("Failed to execute 'readAs' on 'FileReader': parameter 1 is not of type 'Blob'.");
      }
      if (this.readyState === 1) {
        throw new DOMException("The object is already busy reading Blobs.", "InvalidStateError");
      }
      const job = ++this.#job, bytes = blobBytes(blob);
      this.readyState = 1;
      this.result = this.error = null;
      setTask(() => {
        if (job !== this.#job) return;
        this.#fire("loadstart", 0, blob.size);
        if (job !== this.#job) return;
        this.result = convert(bytes);
        this.readyState = 2;
        for (const type of ["progress", "load", "loadend"]) this.#fire(type, blob.size, blob.size);
      }, 0);
    }

    #fire(type, loadedBytes, total = 0) {
      this.dispatchEvent(new ProgressEvent(type, { lengthComputable: true, loaded: loadedBytes, total }));
    }
  }

  host.define(globalThis, { Event, ProgressEvent, EventTarget, Blob, File, FileReader }, false);
})(__workbench);
