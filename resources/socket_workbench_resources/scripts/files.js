// Blob, File and FileReader.
(function (host) {
  "use strict";

  // ---- Blob ----------------------------------------------------------------------------
  const ENDINGS = ["transparent", "native"];

  function bytesOf(part, endings, what) {
    if (isBlob(part)) return blobBytes(part);
    if (part instanceof ArrayBuffer) return new Uint8Array(part);
    if (ArrayBuffer.isView(part)) return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    const text = host.converting(what, () => `${part}`);
    return new TextEncoder().encode(endings === "native" ? text.replace(/\r\n?/g, "\n") : text);
  }

  function joined(parts, endings, what) {
    const pieces = Array.from(parts, (part) => bytesOf(part, endings, what));
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  function checkParts(parts, what) {
    if (parts === null || (typeof parts !== "object" && typeof parts !== "function")) {
      throw new TypeError(`Failed to ${what}: The provided value cannot be converted to a sequence.`);
    }
    if (typeof parts[Symbol.iterator] !== "function") {
      throw new TypeError(`Failed to ${what}: The object must have a callable @@iterator property.`);
    }
  }

  function endingsOf(value = "transparent", what) {
    if (ENDINGS.includes(`${value}`)) return `${value}`;
    throw new TypeError(`Failed to ${what}: Failed to read the 'endings' property from 'BlobPropertyBag': The provided value '${value}' is not a valid enum value of type EndingType.`);
  }

  function typeText(type = "") {
    const text = `${type}`;
    return /[^\x20-\x7e]/.test(text) ? "" : text.toLowerCase();
  }

  const SLICE = "execute 'slice' on 'Blob'";

  // WebIDL's `[Clamp] long long`: halves go to the even neighbour.
  function clamped(value) {
    const number = host.converting(SLICE, () => +value);
    if (!(Math.abs(number) < 2 ** 53)) return number > 0 ? 2 ** 53 : number < 0 ? -(2 ** 53) : 0;
    const low = Math.floor(number), rest = number - low;
    return rest < 0.5 || (rest === 0.5 && low % 2 === 0) ? low : low + 1;
  }

  function edge(value, size, fallback) {
    if (value === undefined) return fallback;
    const at = clamped(value);
    return at < 0 ? Math.max(size + at, 0) : Math.min(at, size);
  }

  let blobBytes, isBlob;

  class Blob {
    #bytes;
    #type;

    constructor(parts, options) {
      const what = `construct '${this instanceof File ? "File" : "Blob"}'`;
      if (parts !== undefined) checkParts(parts, what);
      const given = host.options(options, "BlobPropertyBag", what);
      this.#bytes = joined(parts ?? [], endingsOf(given.endings, what), what);
      this.#type = typeText(given.type);
    }

    static {
      blobBytes = (blob) => blob.#bytes;
      isBlob = (value) => typeof value === "object" && value !== null && #bytes in value;
    }

    get size() { return this.#bytes.length; }
    get type() { return this.#type; }
    slice(start, end, type) {
      const first = edge(start, this.size, 0), last = edge(end, this.size, this.size);
      const part = new Blob([], { type });
      part.#bytes = this.#bytes.subarray(first, Math.max(first, last));
      return part;
    }
    async arrayBuffer() { return this.#bytes.slice().buffer; }
    async bytes() { return this.#bytes.slice(); }
    async text() { return new TextDecoder().decode(this.#bytes); }
  }

  class File extends Blob {
    #name;
    #lastModified;

    constructor(parts, name, options) {
      if (arguments.length < 2) throw host.tooFew("construct 'File'", 2, arguments.length);
      super(parts, options);
      this.#name = `${name}`;
      const at = options?.lastModified;
      this.#lastModified = at === undefined ? Date.now() : Math.trunc(Number(at)) || 0;
    }

    get name() { return this.#name; }
    get lastModified() { return this.#lastModified; }
    get lastModifiedDate() { return new Date(this.#lastModified); }
    get webkitRelativePath() { return ""; }
    static isOwn(value) { return #name in value; }
  }

  // For structuredClone.
  host.cloneBlob = function (blob) {
    const parts = [blob], type = blob.type;
    return blob instanceof File ? new File(parts, blob.name, { type, lastModified: blob.lastModified }) : new Blob(parts, { type });
  };
  host.isBlob = isBlob;

  // ---- FileReader ------------------------------------------------------------------------
  const EMPTY = 0, LOADING = 1, DONE = 2;
  const TEXT_STEP = 8192;

  function binaryText(bytes) {
    let text = "";
    for (let at = 0; at < bytes.length; at += TEXT_STEP) {
      text += String.fromCharCode(...bytes.subarray(at, at + TEXT_STEP));
    }
    return text;
  }

  const MARKS = [["utf-8", [0xef, 0xbb, 0xbf]], ["utf-16le", [0xff, 0xfe]], ["utf-16be", [0xfe, 0xff]]];

  // A byte order mark counts more than the label, an unknown label counts as none.
  function decoded(bytes, label) {
    const mark = MARKS.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
    if (mark !== undefined) return new TextDecoder(mark[0]).decode(bytes);
    let decoder;
    try {
      decoder = new TextDecoder(label ?? "utf-8");
    } catch (e) {
      decoder = new TextDecoder();
    }
    return decoder.decode(bytes);
  }

  function dataUrl(bytes, type) { return `data:${type || "application/octet-stream"};base64,${bytes.toBase64()}`; }

  class FileReader extends EventTarget {
    #readyState = EMPTY;
    #result = null;
    #error = null;
    #job = 0;

    get readyState() { return this.#readyState; }
    get result() { return this.#result; }
    get error() { return this.#error; }

    readAsArrayBuffer(blob) { this.#read("readAsArrayBuffer", blob, (bytes) => bytes.slice().buffer); }
    readAsBinaryString(blob) { this.#read("readAsBinaryString", blob, binaryText); }
    readAsDataURL(blob) { this.#read("readAsDataURL", blob, (bytes) => dataUrl(bytes, blob.type)); }
    readAsText(blob, label) { this.#read("readAsText", blob, (bytes) => decoded(bytes, label)); }

    abort() {
      if (this.#readyState !== LOADING) return;
      const job = ++this.#job;
      this.#readyState = DONE;
      this.#result = null;
      this.#error = new DOMException("An ongoing operation was aborted, typically with a call to abort().", "AbortError");
      for (const type of ["abort", "loadend"]) {
        if (job === this.#job) host.dispatchEvent(this, new ProgressEvent(type));
      }
    }

    static isOwn(value) { return #job in value; }

    #read(name, blob, convert) {
      const what = `execute '${name}' on 'FileReader'`;
      if (!isBlob(blob)) throw new TypeError(`Failed to ${what}: parameter 1 is not of type 'Blob'.`);
      if (this.#readyState === LOADING) {
        throw new DOMException(`Failed to ${what}: The object is already busy reading Blobs.`, "InvalidStateError");
      }
      const job = ++this.#job, bytes = blobBytes(blob);
      this.#readyState = LOADING;
      this.#result = this.#error = null;
      host.later(() => this.#deliver(job, bytes, convert));
    }

    // Every event is a task of its own, and none comes any more when another reading has begun.
    #deliver(job, bytes, convert) {
      const size = bytes.length;
      const step = (run) => host.soon(() => { if (job === this.#job) run(); });
      const finish = () => {
        const result = convert(bytes);
        this.#readyState = DONE;
        this.#result = result;
        this.#tell("load", size, size);
        step(() => this.#tell("loadend", size, size));
      };
      step(() => {
        this.#tell("loadstart", 0, size);
        if (size === 0) step(finish);
        else {
          step(() => {
            this.#tell("progress", size, size);
            step(finish);
          });
        }
      });
    }

    #tell(type, loaded, total) {
      host.fireEvent(this, new ProgressEvent(type, { lengthComputable: true, loaded, total }));
    }
  }

  for (const holder of [FileReader, FileReader.prototype]) {
    for (const [name, value] of Object.entries({ EMPTY, LOADING, DONE })) {
      Object.defineProperty(holder, name, { value, enumerable: true });
    }
  }

  const isFileOwn = File.isOwn, isReader = FileReader.isOwn;
  delete File.isOwn;
  delete FileReader.isOwn;
  Object.defineProperty(Blob, "length", { value: 0, configurable: true });
  host.publish(Blob, isBlob);
  host.publish(File, (value) => isBlob(value) && isFileOwn(value));
  host.publish(FileReader, (value) => value instanceof FileReader && isReader(value),
    { readAsArrayBuffer: 1, readAsBinaryString: 1, readAsDataURL: 1, readAsText: 1 });
  host.handlers(FileReader.prototype, ["loadstart", "progress", "load", "abort", "error", "loadend"]);
})(__workbench);
