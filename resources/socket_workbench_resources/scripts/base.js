// What the other sources lean on: definitions on objects, and running a script's functions.
(function (host) {
  "use strict";

  const { Promise } = globalThis;  // a script may replace its own
  const { apply } = Reflect;
  const then = Promise.prototype.then;
  const define = Object.defineProperty;
  host.config = JSON.parse(host.configText);

  // Give `object` members as the platform does: writable, configurable, and enumerable or not.
  host.define = function (object, members, enumerable = true) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(members))) {
      define(object, name, { ...descriptor, enumerable, configurable: true });
    }
    return object;
  };

  // ---- the looks of the platform's own classes ---------------------------------------
  // The arguments that a method wants are counted before it is called.
  host.tooFew = function (what, wanted, given) {
    return new TypeError(
      `Failed to ${what}: ${wanted} argument${wanted === 1 ? "" : "s"} required, but only ${given} present.`);
  };

  // What goes wrong in `convert` (a Symbol where a text is wanted) names the call.
  host.converting = function (what, convert) {
    try {
      return convert();
    } catch (error) {
      if (!(error instanceof TypeError) || !error.message.startsWith("Cannot convert")) throw error;
      throw new TypeError(`Failed to ${what}: ${error.message}`);
    }
  };

  // The dictionary argument of a constructor or method.
  host.options = function (value, type, what) {
    if (value === undefined || value === null) return {};
    if (typeof value !== "object" && typeof value !== "function") {
      throw new TypeError(`Failed to ${what}: The provided value is not of type '${type}'.`);
    }
    return value;
  };

  function guarded(className, key, f, isOwn, wanted) {
    const { [key]: method } = { [key](...args) {
      const self = this ?? globalThis;
      if (isOwn !== null && !isOwn(self)) throw new TypeError("Illegal invocation");
      if (args.length < wanted) throw host.tooFew(`execute '${key}' on '${className}'`, wanted, args.length);
      return apply(f, self, args);
    } };
    return define(method, "length", { value: wanted, configurable: true });
  }

  function publishMembers(target, className, isOwn, wanted) {
    for (const [key, member] of Object.entries(Object.getOwnPropertyDescriptors(target))) {
      if (key === "constructor" || (isOwn === null && ["length", "name", "prototype"].includes(key))) continue;
      if (typeof member.value === "function") {
        member.value = guarded(className, key, member.value, isOwn, wanted[key] ?? 0);
      }
      for (const kind of ["get", "set"]) {
        const f = member[kind];
        if (f !== undefined && isOwn !== null) {
          member[kind] = { [key](...args) {
            if (!isOwn(this)) throw new TypeError("Illegal invocation");
            return apply(f, this, args);
          } }[key];
        }
      }
      define(target, key, { ...member, enumerable: true });
    }
  }

  // Make a class a global of the platform: members that a script can list, methods that check
  // what they are called on (`isOwn`) and how many arguments they get (`wanted` by name).
  host.publish = function (Class, isOwn, wanted = {}) {
    publishMembers(Class.prototype, Class.name, isOwn, wanted);
    publishMembers(Class, Class.name, null, wanted);
    define(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
    host.define(globalThis, { [Class.name]: Class }, false);
  };

  // Functions of the window.
  host.publishFunctions = function (members, wanted = {}) {
    for (const [key, f] of Object.entries(members)) {
      members[key] = guarded("Window", key, f, (self) => self === globalThis, wanted[key] ?? 0);
    }
    host.define(globalThis, members);
  };

  // A class whose name a script can see, but which it cannot make anything of, and its only object.
  host.single = function (name, members) {
    const Class = { [name]: class { constructor() { throw new TypeError("Illegal constructor"); } } }[name];
    const object = Object.create(Class.prototype);
    host.define(Class.prototype, members);
    publishMembers(Class.prototype, name, (self) => self === object, {});
    define(Class.prototype, Symbol.toStringTag, { value: name, configurable: true });
    host.define(globalThis, { [name]: Class }, false);
    return object;
  };

  // A member that is made when it is first looked at.
  host.lazy = function (object, name, make) {
    define(object, name, {
      configurable: true,
      get() {
        const value = make();
        define(object, name, { value, writable: true, configurable: true });
        return value;
      },
      set(value) { define(object, name, { value, writable: true, configurable: true }); },
    });
  };

  // Values may be proxies that throw whatever they are asked.
  host.safely = function (run, fallback) {
    try {
      return run();
    } catch (e) {
      return fallback;
    }
  };

  host.isA = (value, Class) => host.safely(() => value instanceof Class, false);

  const MAX_CHARACTERS = 10000;  // of a thrown value that is no error

  function describeError(error) {
    const stack = host.safely(() => error.stack, "");
    return [host.safely(() => String(error), "Error"), typeof stack === "string" ? stack : ""];
  }

  function describe(error) {
    if (host.isA(error, Error)) return describeError(error);
    const text = host.safely(() => (typeof error === "object" ? JSON.stringify(error) : String(error)), "(an object)");
    return [String(text).slice(0, MAX_CHARACTERS), ""];
  }

  // Callbacks and listeners of chrome.* have their errors told to the console alone.
  const OF_CHROME = /^(?:callback of |listener of .*\.)/;

  // Report an uncaught error of the script; `origin` says what ran.
  host.report = function (error, origin, prefix = "Uncaught ") {
    const [message, stack] = describe(error);
    if (prefix !== IN_PROMISE && !OF_CHROME.test(origin) && host.isErrorTaken(error, stack)) return;
    host.post(["x", `${prefix}${message}`.toWellFormed(), stack.toWellFormed(), origin, null]);
  };

  function isPromise(value) {
    return typeof value === "object" && host.isA(value, Promise);
  }

  // Run a function of the script; what it throws is reported, and so is the rejection of a
  // promise that it returns.
  host.run = function (f, self, args, origin) {
    try {
      host.watch(apply(f, self, args), origin);
    } catch (error) {
      host.report(error, origin);
    }
  };

  host.watch = function (result, origin) {
    if (!isPromise(result)) return;
    if (!host.seesRejections) {
      apply(then, result, [undefined, (error) => host.report(error, origin, IN_PROMISE)]);
    } else if (apply(recall, origins, [result]) === undefined) {
      apply(note, origins, [result, origin]);
    }
  };

  // ---- rejections without a handler -----------------------------------------------
  // The process around V8 may tell of all promises: a rejection counts when the task that it
  // happened in is over with its microtasks, and nobody has a handler on the promise.
  const IN_PROMISE = "Uncaught (in promise) ";
  const origins = new WeakMap(), note = WeakMap.prototype.set, recall = WeakMap.prototype.get;
  const { set, delete: remove, forEach, clear } = Map.prototype;
  const rejected = new Map();
  const told = new WeakMap();  // promises whose rejections were reported -> [reason]
  let areRejected = false;

  host.CALL = "call";  // the origin of promises that calls of the API return

  host.onRejection = function (event, promise, reason) {
    if (event === 0) apply(set, rejected, [promise, reason]);
    else if (!apply(remove, rejected, [promise])) handledLate(promise);
    areRejected = true;
  };

  function handledLate(promise) {
    const [reason] = apply(recall, told, [promise]) ?? [];
    host.soon(() => host.tellHandled(promise, reason));
  }

  host.reportRejections = function () {
    if (!areRejected) return;
    areRejected = false;
    const found = [];
    apply(forEach, rejected, [(reason, promise) => found.push([promise, reason])]);
    apply(clear, rejected, []);
    for (const [promise, reason] of found) reportRejection(promise, reason);
  };

  function reportRejection(promise, reason) {
    apply(note, told, [promise, [reason]]);
    if (host.isRejectionTaken(promise, reason)) return;
    const origin = apply(recall, origins, [promise]) ?? "promise";
    // Code of the time of callbacks leaves a promise that it does not know of.
    if (origin === host.CALL) host.warn(`${IN_PROMISE}${describe(reason)[0]}`);
    else host.report(reason, origin, IN_PROMISE);
  }

  host.watchLoad = (promise) => host.watch(promise, "load");
})(__workbench);
