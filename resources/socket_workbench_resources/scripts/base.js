// What the other sources lean on: definitions on objects, and running a script's functions.
(function (host) {
  "use strict";

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

  function describe(error) {
    if (error instanceof Error) {
      const stack = typeof error.stack === "string" ? error.stack : "";
      let text;
      try { text = String(error); } catch (e) { text = "Error"; }
      return [text, stack];
    }
    try {
      return [typeof error === "object" ? JSON.stringify(error) : String(error), ""];
    } catch (e) {
      return ["(an object)", ""];
    }
  }

  // Report an uncaught error of the script; `origin` says what ran.
  host.report = function (error, origin, prefix = "Uncaught ") {
    const [message, stack] = describe(error);
    host.post(["x", prefix + message, stack, origin, null]);
  };

  function isPromise(value) {
    return value instanceof Promise;
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
  let areRejected = false;

  host.CALL = "call";  // the origin of promises that calls of the API return

  host.onRejection = function (event, promise, reason) {
    if (event === 0) apply(set, rejected, [promise, reason]);
    else apply(remove, rejected, [promise]);
    areRejected = true;
  };

  host.reportRejections = function () {
    if (!areRejected) return;
    areRejected = false;
    apply(forEach, rejected, [(reason, promise) => {
      const origin = apply(recall, origins, [promise]) ?? "promise";
      // Code of the time of callbacks leaves a promise that it does not know of.
      if (origin === host.CALL) host.warn(`${IN_PROMISE}${reason}`);
      else host.report(reason, origin, IN_PROMISE);
    }]);
    apply(clear, rejected, []);
  };

  host.watchLoad = (promise) => host.watch(promise, "load");
})(__workbench);
