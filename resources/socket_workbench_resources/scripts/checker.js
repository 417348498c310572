// Checks arguments as Chromium's bindings do, with exactly their messages.  The rules are those
// of socket_workbench.chrome.arguments, from the same table; tests hold them against each other.
(function (host) {
  "use strict";

  const { enums, dictionaries } = host.config.api;
  const MIN = -(2 ** 31), MAX = 2 ** 31 - 1;
  const LONE = /\p{Surrogate}/gu;  // each is three bytes, none of which is UTF-8
  // Taken now: a script may replace its own, which Chromium does not ask either.
  const { TypeError, Uint8Array } = globalThis;
  const { isView } = ArrayBuffer;
  const { isArray: isList } = Array;
  const { isInteger: isWhole } = Number;
  const { apply } = Reflect;
  const { hasOwn, is, keys } = Object;
  const byteLength = getter(ArrayBuffer.prototype, "byteLength");
  const TypedArray = Object.getPrototypeOf(Uint8Array.prototype);
  const kindOf = getter(TypedArray, Symbol.toStringTag);  // undefined of what is none
  const arrayPart = partsOf(TypedArray), viewPart = partsOf(DataView.prototype);

  function getter(prototype, name) {
    return Object.getOwnPropertyDescriptor(prototype, name).get;
  }

  // How a kind of view is asked for what it shows, whatever a script has put on top of that.
  function partsOf(prototype) {
    return { buffer: getter(prototype, "buffer"),
      offset: getter(prototype, "byteOffset"), length: getter(prototype, "byteLength") };
  }

  function isArray(value) {
    try {
      return isList(value);
    } catch (e) {
      return false;  // a revoked proxy
    }
  }

  function isAbsent(value) { return value === undefined || value === null; }
  function isInteger(value) { return isWhole(value) && value >= MIN && value <= MAX; }

  function isBuffer(value) {
    try {
      apply(byteLength, value, []);
      return true;
    } catch (e) {
      return false;
    }
  }

  function isBinary(value) {
    return typeof value === "object" && value !== null && (isView(value) || isBuffer(value));
  }

  function hasType(value, type) {
    switch (type) {
      case "integer": return isInteger(value);
      case "boolean": return typeof value === "boolean";
      case "string": return typeof value === "string";
      case "function": return typeof value === "function";
      case "binary": return isBinary(value);
    }
    if (hasOwn(enums, type)) return typeof value === "string";
    return typeof value === "object" && value !== null && !isArray(value);
  }

  function typeOf(value) {
    if (typeof value === "number") {
      return isInteger(value) && !is(value, -0) ? "integer" : "number";
    }
    if (typeof value === "object") {
      if (value === null) return "null";
      if (isArray(value)) return "array";
      return isBinary(value) ? "binary" : "object";
    }
    return typeof value === "bigint" || typeof value === "symbol" ? "other" : typeof value;
  }

  // The bytes of a buffer, or of a view's window, without a copy; none of a detached one, nor of
  // a view that its buffer has become too short for.
  function bytesOf(value) {
    if (!isView(value)) return new Uint8Array(apply(byteLength, value, []) === 0 ? 0 : value);
    const part = apply(kindOf, value, []) === undefined ? viewPart : arrayPart;
    const length = lengthOf(part, value);
    if (length === 0) return new Uint8Array(0);
    return new Uint8Array(apply(part.buffer, value, []), apply(part.offset, value, []), length);
  }

  function lengthOf(part, value) {
    try {
      return apply(part.length, value, []);
    } catch (e) {
      return 0;  // as of a DataView that shows nothing any more
    }
  }

  class Unfit { constructor(reason) { this.reason = reason; } }

  function convert(value, type) {
    if (type === "integer") return value + 0;  // no minus zero
    if (type === "string") return value.isWellFormed() ? value : value.replace(LONE, "\ufffd\ufffd\ufffd");
    if (type === "binary") return bytesOf(value);
    if (hasOwn(enums, type)) {
      if (!enums[type].includes(value)) throw new Unfit(`Value must be one of ${enums[type].join(", ")}.`);
      return value;
    }
    return hasOwn(dictionaries, type) ? convertDictionary(value, dictionaries[type]) : value;
  }

  // In the object's own order; null and undefined members are absent, getters are called and
  // what they throw is thrown.
  function convertDictionary(value, properties) {
    const converted = {};
    for (const name of keys(value)) {
      if (!hasOwn(properties, name)) throw new Unfit(`Unexpected property: '${name.toWellFormed()}'.`);
      const member = value[name];
      if (!isAbsent(member)) converted[name] = convertProperty(name, member, properties[name]);
    }
    return converted;
  }

  function convertProperty(name, value, type) {
    if (!hasType(value, type)) {
      throw new Unfit(`Error at property '${name}': Invalid type: expected ${type}, found ${typeOf(value)}.`);
    }
    try {
      return convert(value, type);
    } catch (unfit) {
      if (!(unfit instanceof Unfit)) throw unfit;
      throw new Unfit(`Error at property '${name}': ${unfit.reason}`);
    }
  }

  // Give every parameter an argument, leaving optional ones out where the next one fits.
  function match(args, at, expected, to) {
    if (to === expected.length) return at === args.length ? [] : null;
    if (args.length - at > expected.length - to) return null;
    const parameter = expected[to];
    if (at < args.length && couldBe(args[at], parameter)) {
      const rest = match(args, at + 1, expected, to + 1);
      if (rest !== null) return [args[at], ...rest];
    }
    if (parameter.optional) {
      const rest = match(args, at, expected, to + 1);
      if (rest !== null) return [undefined, ...rest];
    }
    return null;
  }

  function couldBe(value, parameter) {
    return isAbsent(value) ? parameter.optional : hasType(value, parameter.type);
  }

  function fail(method, reason) {
    throw new TypeError(`Error in invocation of ${method.text}: ${reason}`);
  }

  // Returns one value per parameter (null for those left out) and the callback, if there is a
  // place for one, last (undefined when it was left out).
  host.check = function (method, args) {
    const matched = match(args, 0, method.expected, 0);
    if (matched === null) fail(method, "No matching signature.");
    for (let i = 0; i < matched.length; i++) {
      const parameter = method.expected[i];
      if (parameter.type === "function") matched[i] = matched[i] ?? undefined;
      else matched[i] = isAbsent(matched[i]) ? null : parse(method, parameter, matched[i]);
    }
    return matched;
  };

  function parse(method, parameter, value) {
    try {
      return convert(value, parameter.type);
    } catch (unfit) {
      if (!(unfit instanceof Unfit)) throw unfit;
      return fail(method, `Error at parameter '${parameter.name}': ${unfit.reason}`);
    }
  }
})(__workbench);
