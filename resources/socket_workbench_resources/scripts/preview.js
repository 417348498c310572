// What a console can unfold: the inside of objects as a tree of plain arrays, with bounds.
//
// A value is [kind, text] or [kind, text, members, left], members being [name, value] pairs and
// `left` how many more there are; a buffer is ["buffer", text, hex of its beginning, bytes].
(function (host) {
  "use strict";

  const MAX_DEPTH = 6, MAX_MEMBERS = 100, MAX_VALUES = 400, MAX_CHARACTERS = 1000, HEX_BYTES = 1024;
  const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
  const { ownKeys } = Reflect;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { stringify } = JSON;
  const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

  let room = 0;  // values that may still be shown
  let path = [];  // objects that are being shown, outermost first

  function cut(text) {
    const whole = text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS)}…`;
    return whole.toWellFormed();
  }

  function nameOf(object) {
    const prototype = getPrototypeOf(object);
    if (prototype === null) return "Object";
    const maker = getOwnPropertyDescriptor(prototype, "constructor")?.value;
    return typeof maker === "function" && maker.name ? cut(String(maker.name)) : "Object";
  }

  function plain(value) {
    if (typeof value === "string") return ["string", stringify(cut(value))];
    if (typeof value === "bigint") return ["number", `${value}n`];
    if (Object.is(value, -0)) return ["number", "-0"];
    return [value === null ? "null" : typeof value, cut(String(value))];
  }

  function buffer(value) {
    const bytes = isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      : new Uint8Array(value);
    const name = nameOf(value);
    const size = typeof value.length === "number" ? value.length : bytes.length;
    let hex = "";
    for (let at = 0; at < bytes.length && at < HEX_BYTES; at++) hex += HEX[bytes[at]];
    return ["buffer", `${name}(${size})`, hex, bytes.length];
  }

  function* collected(object) {
    let number = 0;
    if (object instanceof Map) {
      for (const [key, value] of object) yield [`${number++}`, { key, value }];
    } else {
      for (const value of object) yield [`${number++}`, value];
    }
  }

  function* owned(object) {
    for (const key of ownKeys(object)) {
      if (key === "length" && isArray(object)) continue;
      const member = getOwnPropertyDescriptor(object, key);
      const name = typeof key === "symbol" ? key.toString() : key;
      if (member === undefined) continue;
      if ("value" in member) yield [name, member.value, member.enumerable];
      else yield [name, undefined, member.enumerable, true];
    }
  }

  function membersOf(object) {
    const members = [];
    let left = 0;
    const isCollection = object instanceof Map || object instanceof Set;
    for (const [name, value, isEnumerable = true, isGetter] of isCollection ? collected(object) : owned(object)) {
      if (!isEnumerable && !(object instanceof Error)) continue;
      if (members.length >= MAX_MEMBERS || room <= 0) left++;
      else members.push([cut(name), isGetter ? ["getter", "(getter)"] : show(value)]);
    }
    return [members, left];
  }

  function headOf(object) {
    if (typeof object === "function") return ["function", `ƒ ${cut(String(object.name))}()`];
    if (isArray(object)) return ["array", `Array(${object.length})`];
    if (object instanceof Map || object instanceof Set) return ["object", `${nameOf(object)}(${object.size})`];
    if (object instanceof Error) return ["error", cut(`${object.name}: ${object.message}`)];
    if (object instanceof Date || object instanceof RegExp) return ["object", cut(String(object))];
    return ["object", nameOf(object)];
  }

  function inside(object) {
    if (isView(object) || object instanceof ArrayBuffer) return buffer(object);
    const head = headOf(object);
    if (path.includes(object)) return [head[0], `${head[1]} (circular)`];
    if (path.length >= MAX_DEPTH) return [head[0], `${head[1]} …`];
    path.push(object);
    try {
      return [...head, ...membersOf(object)];
    } finally {
      path.pop();
    }
  }

  function show(value) {
    room--;
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return plain(value);
    try {
      return inside(value);
    } catch (e) {  // a proxy may throw whatever is asked of it
      return ["object", Object.prototype.toString.call(value)];
    }
  }

  // The insides of those of `args` that have one, as JSON; `null` when none has.
  host.previews = function (args) {
    if (!host.config.hasPreviews) return null;
    const objects = args.filter((one) => one !== null && (typeof one === "object" || typeof one === "function"));
    if (objects.length === 0) return null;
    room = MAX_VALUES;
    path = [];
    return stringify(objects.map(show));
  };
})(__workbench);
