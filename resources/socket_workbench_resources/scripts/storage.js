// chrome.storage.local: values as JSON, kept by the program per app folder.
(function (host) {
  "use strict";

  const { parse, stringify } = JSON;
  const PREFIX = "storage.local";
  const local = host.place("storage.local");
  const changed = host.makeEvent("storage.onChanged");
  host.place("storage").onChanged = changed;
  local.onChanged = host.makeEvent(`${PREFIX}.onChanged`);

  function fail(method, signature) {
    throw new TypeError(`Error in invocation of ${PREFIX}.${method}(${signature}): No matching signature.`);
  }

  // Take the callback off the end of the arguments; the rest must be `count` at most.
  function split(method, signature, args, count) {
    const callback = typeof args.at(-1) === "function" ? args.pop() : undefined;
    if (args.length > count && args.at(-1) === undefined) args.pop();
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
    if (typeof keys === "string") return [keys];
    if (Array.isArray(keys) && keys.every((key) => typeof key === "string")) return keys;
    return fail(method, signature);
  }

  function isPlainObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  // Every member that JSON can hold.
  function packed(items) {
    const texts = {};
    for (const [key, value] of Object.entries(items)) {
      const text = stringify(value);
      if (text !== undefined) texts[key] = text;
    }
    return texts;
  }

  function unpacked(texts) {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, parse(text)]));
  }

  const KEYS = "optional [string|array|object] keys, optional function callback";

  host.define(local, {
    QUOTA_BYTES: 10485760,
    get(...args) {
      const callback = split("get", KEYS, args, 1);
      const keys = args[0];
      if (isPlainObject(keys)) {
        return perform("get", [Object.keys(keys)], callback, (texts) => ({ ...keys, ...unpacked(texts) }));
      }
      return perform("get", [wanted("get", KEYS, keys)], callback, unpacked);
    },
    set(...args) {
      const signature = "object items, optional function callback";
      const callback = split("set", signature, args, 1);
      if (!isPlainObject(args[0])) fail("set", signature);
      return perform("set", [packed(args[0])], callback, same);
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
  });

  // The program tells a change as {key: {oldValue?, newValue?}} with JSON texts.
  host.storageChanged = function (change) {
    const image = Object.fromEntries(Object.entries(change).map(([key, texts]) => [key, unpacked(texts)]));
    host.fire("storage.local.onChanged", [image]);
    host.fire("storage.onChanged", [image, "local"]);
  };
})(__workbench);
