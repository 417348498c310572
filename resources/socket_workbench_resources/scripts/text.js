// TextEncoder and TextDecoder: a bundled package's, in the platform's shape and words.
(function (host) {
  "use strict";

  const LABELS_WITHOUT = /^\s*(?:replacement|iso-2022-cn|iso-2022-cn-ext|iso-2022-kr|hz-gb-2312|csiso2022kr)\s*$/i;
  let bundle;

  function codecs() {
    bundle ??= host.vendor("text");
    return bundle;
  }

  class TextEncoder {
    #plain = new (codecs().TextEncoder)();
    get encoding() { return "utf-8"; }
    encode(text = "") {
      return this.#plain.encode(host.converting("execute 'encode' on 'TextEncoder'", () => `${text}`));
    }
    encodeInto(text, target) {
      const what = "execute 'encodeInto' on 'TextEncoder'";
      if (!(target instanceof Uint8Array)) throw new TypeError(`Failed to ${what}: parameter 2 is not of type 'Uint8Array'.`);
      return this.#plain.encodeInto(host.converting(what, () => `${text}`), target);
    }
    static isOwn(value) { return #plain in value; }
  }

  const DECODE = "execute 'decode' on 'TextDecoder'";

  function decoderFor(label, options) {
    const what = "construct 'TextDecoder'";
    const text = host.converting(what, () => `${label}`);
    const { fatal, ignoreBOM } = host.options(options, "TextDecoderOptions", what);
    try {
      if (!LABELS_WITHOUT.test(text)) return new (codecs().TextDecoder)(text, { fatal: Boolean(fatal), ignoreBOM: Boolean(ignoreBOM) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    throw new RangeError(`Failed to ${what}: The encoding label provided ('${text}') is invalid.`);
  }

  class TextDecoder {
    #plain;

    constructor(label = "utf-8", options) { this.#plain = decoderFor(label, options); }

    get encoding() { return this.#plain.encoding; }
    get fatal() { return this.#plain.fatal; }
    get ignoreBOM() { return this.#plain.ignoreBOM; }

    decode(data, options) {
      if (data !== undefined && !ArrayBuffer.isView(data) && !(data instanceof ArrayBuffer)) {
        throw new TypeError(`Failed to ${DECODE}: parameter 1 is not of type 'ArrayBuffer'.`);
      }
      if (data?.buffer instanceof SharedArrayBuffer) {
        throw new TypeError(`Failed to ${DECODE}: The provided ArrayBufferView value must not be shared.`);
      }
      const stream = Boolean(host.options(options, "TextDecodeOptions", DECODE).stream);
      try {
        return this.#plain.decode(data, { stream });
      } catch (error) {
        if (!this.#plain.fatal || !(error instanceof TypeError)) throw error;
        throw new TypeError(`Failed to ${DECODE}: The encoded data was not valid.`);
      }
    }
    static isOwn(value) { return #plain in value; }
  }

  for (const [Class, wanted] of [[TextEncoder, { encodeInto: 2 }], [TextDecoder, {}]]) {
    const { isOwn } = Class;
    delete Class.isOwn;
    Object.defineProperty(Class, "length", { value: 0, configurable: true });
    host.publish(Class, (value) => typeof value === "object" && value !== null && isOwn(value), wanted);
  }
})(__workbench);
