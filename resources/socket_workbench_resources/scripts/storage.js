// chrome.storage.local: values as JSON, kept by the program per app folder.
(function (host) {
  "use strict";

  const permissions = JSON.parse(host.config.app.manifestText).permissions;
  if (!Array.isArray(permissions) || !permissions.includes("storage")) return;

  const { parse, stringify } = JSON;
  const { isArray } = Array;
  const PREFIX = "storage.local";
  const local = host.place("storage.local");
  const LEVELS = ["TRUSTED_CONTEXTS", "TRUSTED_AND_UNTRUSTED_CONTEXTS"];
  const changed = host.makeEvent("storage.onChanged");
  host.place("storage").onChanged = changed;
  local.onChanged = host.makeEvent(`${PREFIX}.onChanged`);

  function fail(method, signature, reason = "No matching signature.") {
    throw new TypeError(`Error in invocation of storage.${method}(${signature}): ${reason}`);
  }

  // Take the callback off the end of the arguments; the rest must be `count` at most.
  function split(method, signature, args, count) {
    const callback = typeof args.at(-1) === "function" ? args.pop() : undefined;
    if (args.length > count && (args.at(-1) ?? undefined) === undefined) args.pop();
    if (args.length > count) fail(method, signature);
    return callback;
  }

  function perform(method, values, callback, convert) {
    const name = `${PREFIX}.${method}`;
    if (callback !== undefined) {
      const settle = host.withCallback(name, callback);
      host.call(name, values, undefined, (args, error) => settle(args.map(convert), error));
      return undefined;
    }
    return new Promise((resolve, reject) => {
      host.call(name, values, undefined, (args, error) => {
        if (error === null) resolve(args.length > 0 ? convert(args[0]) : undefined);
        else reject(new Error(error));
      });
    });
  }

  function same(value) { return value; }

  function wanted(method, signature, keys) {
    if (keys === undefined || keys === null) return null;
    if (typeof keys === "string") return [keys.toWellFormed()];
    if (!isArray(keys)) return fail(method, signature);
    if (keys.every((key) => typeof key === "string")) return keys.map((key) => key.toWellFormed());
    return fail(method, signature, "Error at parameter 'keys': Value did not match any choice.");
  }

  function isPlainObject(value) {
    return typeof value === "object" && value !== null && !isArray(value);
  }

  // ---- what is kept of a value: Chromium's rules, which differ from JSON's ----------------
  class Unfit extends Error {}

  // `undefined` for what is left out; an object inside of itself is null.
  function plain(value, path) {
    switch (typeof value) {
      case "string": return value.toWellFormed();
      case "boolean": return value;
      case "number": return Number.isFinite(value) ? value : undefined;
      case "object": return value === null || path.includes(value) ? null : inside(value, [...path, value]);
    }
    return undefined;
  }

  function inside(value, path) {
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) throw new Unfit("Cannot serialize value to JSON");
    if (isArray(value)) return Array.from(value, (one) => plain(one, path) ?? null);
    const kept = Object.create(null);  // without a toJSON that JSON.stringify would call
    for (const key of Object.keys(value)) {
      const member = plain(value[key], path);
      if (member !== undefined) kept[key] = member;
    }
    return kept;
  }

  // Every member that can be kept, as JSON.
  function packed(items) {
    const texts = Object.create(null);  // a key may be __proto__
    for (const key of Object.keys(items)) {
      const value = plain(items[key], [items]);
      if (value !== undefined) texts[key.toWellFormed()] = stringify(value);
    }
    return texts;
  }

  function unpacked(texts) {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, parse(text)]));
  }

  function sorted(texts) {
    return unpacked(Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1))));
  }

  // The getters of what is stored may throw, and buffers cannot be stored.
  function packedOrFail(method, signature, parameter, items) {
    try {
      return packed(items);
    } catch (error) {
      if (error instanceof Unfit) return error;
      return fail(method, signature, `Error at parameter '${parameter}': Script threw an error.`);
    }
  }

  const KEYS = "optional [string|array|object] keys, optional function callback";

  // Methods that work on the area alone, and whose `length` is 0.
  function onArea(members) {
    for (const [name, f] of Object.entries(members)) {
      members[name] = { [name](...args) {
        if (this !== local) throw new TypeError("Illegal invocation: Function must be called on an object of type StorageArea");
        return f(...args);
      } }[name];
    }
    return members;
  }

  local.QUOTA_BYTES = 10485760;
  host.place("storage").AccessLevel = Object.fromEntries(LEVELS.map((level) => [level, level]));
  host.define(local, onArea({
    get(...args) {
      const callback = split("get", KEYS, args, 1);
      const keys = args[0];
      if (isPlainObject(keys)) {
        const defaults = packedOrFail("get", KEYS, "keys", keys);
        return perform("get", [Object.keys(keys).map((key) => key.toWellFormed())], callback, (texts) => sorted({ ...defaults, ...texts }));
      }
      return perform("get", [wanted("get", KEYS, keys)], callback, unpacked);
    },
    set(...args) {
      const signature = "object items, optional function callback";
      const callback = split("set", signature, args, 1);
      if (!isPlainObject(args[0])) fail("set", signature);
      const texts = packedOrFail("set", signature, "items", args[0]);
      return perform("set", [texts instanceof Unfit ? texts.message : texts], callback, same);
    },
    remove(...args) {
      const signature = "[string|array] keys, optional function callback";
      const callback = split("remove", signature, args, 1);
      return perform("remove", [wanted("remove", signature, args[0]) ?? fail("remove", signature)], callback, same);
    },
    clear(...args) {
      return perform("clear", [], split("clear", "optional function callback", args, 0), same);
    },
    getBytesInUse(...args) {
      const signature = "optional [string|array] keys, optional function callback";
      const callback = split("getBytesInUse", signature, args, 1);
      return perform("getBytesInUse", [wanted("getBytesInUse", signature, args[0])], callback, same);
    },
    getKeys(...args) {
      return perform("get", [null], split("getKeys", "optional function callback", args, 0), (texts) => Object.keys(texts).sort());
    },
    setAccessLevel(...args) {
      const signature = "object accessOptions, optional function callback";
      const callback = split("setAccessLevel", signature, args, 1);
      if (!isPlainObject(args[0])) fail("setAccessLevel", signature);
      return perform("get", [[]], callback, () => undefined);  // there is one kind of context
    },
  }));

  // The program tells a change as {key: {oldValue?, newValue?}} with JSON texts.
  host.storageChanged = function (change) {
    const image = Object.fromEntries(Object.entries(change).map(([key, texts]) => [key, unpacked(texts)]));
    host.fire("storage.local.onChanged", [image]);
    host.fire("storage.onChanged", [image, "local"]);
  };
})(__workbench);
