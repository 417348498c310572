// chrome.*: methods that check their arguments here and are carried out by the program, events,
// lastError.
(function (host) {
  "use strict";

  const { api } = host.config;
  const { Error, Promise, Set, TypeError } = globalThis;  // a script may replace its own
  const { apply } = Reflect;
  const { assign, create, defineProperty: define } = Object;
  const NO_BYTES = new Uint8Array(0);
  const chrome = {};
  const waiting = new Map();  // call number -> what to do with the outcome
  const events = new Map();  // full name -> its emitter
  let lastCall = 0;

  // ---- runtime.lastError ---------------------------------------------------------
  const runtime = place("runtime");

  const [Failure] = [class {}];  // its constructor has no name
  let supplied;  // what the script once set there; Chromium shows it ever after
  let isShown = false;

  // Whatever a script has put on all objects, the accessors have no other members.
  function show(object, name, accessors) {
    return define(object, name, { __proto__: null, ...accessors, enumerable: true, configurable: true });
  }

  // It is there for a callback and the microtasks that the callback leaves; not where the script
  // has a member of that name itself.
  function withError(message, run) {
    if (message === null || (!isShown && runtime.lastError !== undefined)) return run();
    const lastError = show(new Failure(), "message", { get() { return message; } });
    let isRead = false;
    show(runtime, "lastError", {
      get() { isRead = true; return supplied === undefined ? lastError : supplied.value; },
      set(value) { supplied = { value }; },
    });
    isShown = true;
    host.soon(() => {
      delete runtime.lastError;
      isShown = false;
      if (!isRead) host.warn(`Unchecked runtime.lastError: ${message}`);
    });
    run();
  }

  // ---- namespaces ------------------------------------------------------------------
  function place(path) {
    return path.split(".").reduce((at, key) => at[key] ??= {}, chrome);
  }

  // ---- methods ---------------------------------------------------------------------
  function call(name, values, bytes, settle) {
    const number = ++lastCall;
    waiting.set(number, settle);
    host.post(["c", number, name, values, bytes === undefined ? null : bytes.length], bytes);
  }

  host.call = call;

  function withCallback(name, callback) {
    const origin = `callback of ${name}`;
    return (args, error) => withError(error, () => host.run(callback, globalThis, args, origin));
  }

  function inPromise(name, values, bytes) {
    const promise = new Promise((resolve, reject) => {
      call(name, values, bytes, (args, error) => {
        if (error === null) resolve(args[0]); else reject(new Error(error));
      });
    });
    if (host.seesRejections) host.watch(promise, host.CALL);
    return promise;
  }

  function ignore() {}

  function makeMethod(spec) {
    const method = { text: spec.text, expected: [...spec.parameters] };
    if (spec.callback !== "none") {
      method.expected.push({ name: "callback", type: "function", optional: spec.callback === "optional" });
    }
    const binary = spec.parameters.findIndex((parameter) => parameter.type === "binary");
    const name = spec.namespace + "." + spec.name;
    return { [spec.name](...args) {
      const values = host.check(method, args);
      const callback = spec.callback === "none" ? undefined : values.pop();
      const bytes = binary < 0 ? undefined : values[binary];
      if (bytes !== undefined) values[binary] = null;
      if (callback !== undefined) {
        call(name, values, bytes, withCallback(name, callback));
        return undefined;
      }
      if (spec.callback === "optional") return inPromise(name, values, bytes);
      call(name, values, bytes, ignore);
      return undefined;
    } }[spec.name];
  }

  // ---- events ------------------------------------------------------------------------
  const NO_FILTERS = "This event does not support filters";

  const ALIEN = "Illegal invocation: Function must be called on an object of type Event";
  const { get: find } = WeakMap.prototype;
  const emitters = new WeakMap();  // event -> its emitter
  const [Event] = [function () {  // without a name, as in Chromium
    throw new Error("Objects of type Event cannot be created using the constructor.");
  }];

  function unfit(args) {
    if (args.length === 0) return new TypeError("Insufficient number of arguments.");
    const [value] = args;
    const said = typeof value === "string" || value === undefined || value === null ? String(value) : "";
    return new TypeError(`Error processing argument at index 0, conversion failure from ${said}`);
  }

  // All events have the same methods, which work on events alone and whose `length` is 0.
  function eventMethods(members) {
    for (const [name, f] of Object.entries(members)) {
      members[name] = { [name](...args) {
        const emitter = apply(find, emitters, [this]);
        if (emitter === undefined) throw new TypeError(ALIEN);
        return f(emitter, ...args);
      } }[name];
    }
    return members;
  }

  const methods = eventMethods({
    addListener({ listeners }, listener, ...filters) {
      if (typeof listener !== "function") return;
      if (filters.length > 0) throw new TypeError(NO_FILTERS);
      listeners.add(listener);
    },
    removeListener({ listeners }, listener) { listeners.delete(listener); },
    hasListener({ listeners }, ...args) {
      if (typeof args[0] !== "function") throw unfit(args);
      return listeners.has(args[0]);
    },
    hasListeners({ listeners }) { return listeners.size > 0; },
    dispatch({ listeners, origin }, ...args) {
      if (listeners.size === 0) return undefined;
      const results = [];
      for (const listener of [...listeners]) {
        host.run(() => results.push(apply(listener, globalThis, args)), undefined, [], origin);
      }
      return { results: results.filter((result) => result !== undefined) };
    },
  });

  function makeEvent(name) {
    const listeners = new Set();
    const origin = `listener of ${name}`;
    // One task for all listeners, with the microtasks that they leave behind the last: seen in
    // Chromium, where events of the DOM differ.
    events.set(name, (args) => {
      for (const listener of [...listeners]) host.run(listener, globalThis, args, origin);
    });
    const event = assign(create(Event.prototype), methods);
    emitters.set(event, { listeners, origin });
    return event;
  }

  // In the order in which Chromium has them: events, methods, enums.
  for (const [namespace, names] of Object.entries(api.events)) {
    for (const name of names) place(namespace)[name] = makeEvent(`${namespace}.${name}`);
  }
  for (const spec of api.methods) place(spec.namespace)[spec.name] = makeMethod(spec);
  for (const [full, members] of Object.entries(api.shownEnums)) {
    const at = full.lastIndexOf(".");
    place(full.slice(0, at))[full.slice(at + 1)] =
      Object.fromEntries(members.map((member) => [member.toUpperCase(), member]));
  }

  // ---- what comes from the program ---------------------------------------------------
  // ["r", call, args, error, size], ["d", call, null], ["e", event, info, size],
  // ["s", changes of the storage, null]
  host.dispatch = function (item) {
    switch (item[0]) {
      case "r": return settle(item[1], item[2], item[3]);
      case "d": return waiting.delete(item[1]);
      case "e": return host.fire(item[1], item[2] === null ? [] : [item[2]]);
      case "s": return host.storageChanged(item[1]);
    }
  };

  host.fire = function (name, args) {
    const emit = events.get(name);  // there is none where the manifest shows no such namespace
    if (emit !== undefined) emit(args);
  };

  function settle(number, args, error) {
    const run = waiting.get(number);
    waiting.delete(number);
    if (run !== undefined) run(args, error);
  }

  host.chrome = chrome;
  host.place = place;
  host.makeEvent = makeEvent;
  host.withCallback = withCallback;
  globalThis.chrome = chrome;
})(__workbench);
