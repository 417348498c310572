// The window: an EventTarget that is told of errors, its place, and what it runs in.
(function (host) {
  "use strict";

  const { apply } = Reflect;
  const { app } = host.config;

  class Window extends EventTarget {
    constructor() { throw new TypeError("Illegal constructor"); }
  }

  host.makeTarget(globalThis);
  host.publish(Window, (value) => value === globalThis);
  Object.setPrototypeOf(globalThis, Window.prototype);

  const PLACE = {
    window: globalThis, self: globalThis, frames: globalThis, parent: globalThis, top: globalThis,
    opener: null, length: 0, name: "", status: "", closed: false,
    origin: `chrome-extension://${app.id}`, isSecureContext: true, crossOriginIsolated: false,
  };
  host.define(globalThis, PLACE);
  host.publishFunctions({ close() { host.post(["q", null]); } });

  // ---- errors that nobody catches -------------------------------------------------------
  const FRAME = /^\s+at .*?\(?([^\s()]+):(\d+):(\d+)\)?$/;
  let isTelling = false;

  function cancelsByTrue(handler, target, event) {
    if (!(event instanceof ErrorEvent)) return apply(handler, target, [event]) === false;
    const { message, filename, lineno, colno, error } = event;
    return apply(handler, target, [message, filename, lineno, colno, error]) === true;
  }

  host.handlers(globalThis, ["error"], { call: cancelsByTrue });
  host.handlers(globalThis, ["unhandledrejection", "rejectionhandled", "message", "load", "unload",
    "beforeunload", "online", "offline", "storage"]);

  function placeOf(stack) {
    for (const line of stack.split("\n")) {
      const match = line.includes("workbench:") ? null : FRAME.exec(line);
      if (match !== null) return { filename: match[1], lineno: Number(match[2]), colno: Number(match[3]) };
    }
    return {};
  }

  // Whether a listener of the window took the event, of whichever kind.
  function isTaken(make) {
    if (isTelling) return false;
    isTelling = true;
    try {
      return !host.dispatchEvent(globalThis, make());
    } finally {
      isTelling = false;
    }
  }

  function textOf(error) {
    try {
      return String(error);
    } catch (e) {
      return "[object Object]";
    }
  }

  // Tell the window of an exception; true when a handler took it.
  host.isErrorTaken = function (error, stack) {
    if (!host.hasListeners(globalThis, "error")) return false;
    return isTaken(() => new ErrorEvent("error",
      { cancelable: true, error, message: `Uncaught ${textOf(error)}`, ...placeOf(stack) }));
  };

  host.isRejectionTaken = function (promise, reason) {
    if (!host.hasListeners(globalThis, "unhandledrejection")) return false;
    return isTaken(() => new PromiseRejectionEvent("unhandledrejection", { cancelable: true, promise, reason }));
  };

  host.tellHandled = function (promise, reason) {
    host.fireEvent(globalThis, new PromiseRejectionEvent("rejectionhandled", { promise, reason }));
  };

  host.publishFunctions({
    reportError(error) { host.report(error, "reportError"); },
  }, { reportError: 1 });

  // ---- location ---------------------------------------------------------------------------
  const HREF = `chrome-extension://${app.id}/_generated_background_page.html`;

  function stay(name) {
    return { [name]() { host.warn(`location.${name}() does nothing here: there is no page`); } }[name];
  }

  const location = host.single("Location", {
    href: HREF, protocol: "chrome-extension:", host: app.id, hostname: app.id, port: "",
    pathname: "/_generated_background_page.html", search: "", hash: "", origin: PLACE.origin,
    assign: stay("assign"), reload: stay("reload"), replace: stay("replace"),
    toString() { return HREF; },
  });
  host.define(globalThis, { location });

  // ---- navigator ----------------------------------------------------------------------------
  const PLATFORMS = {
    win32: ["Windows NT 10.0; Win64; x64", "Win32"],
    darwin: ["Macintosh; Intel Mac OS X 10_15_7", "MacIntel"],
  };
  const { system, machine, processors, browser } = host.ask(["system"]).value;
  const [where, platform] = PLATFORMS[system] ?? ["X11; Linux x86_64", `Linux ${machine}`];
  const appVersion = `5.0 (${where}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser}.0.0.0 Safari/537.36`;

  const navigator = host.single("Navigator", {
    userAgent: `Mozilla/${appVersion}`, appVersion, platform,
    appCodeName: "Mozilla", appName: "Netscape", product: "Gecko", productSub: "20030107",
    vendor: "Google Inc.", vendorSub: "", language: "en-US", languages: Object.freeze(["en-US", "en"]),
    hardwareConcurrency: processors, deviceMemory: 8, maxTouchPoints: 0, cookieEnabled: false,
    webdriver: false, doNotTrack: null, pdfViewerEnabled: true,
    get onLine() { return host.ask(["online"]).value; },
  });
  host.define(globalThis, { navigator, clientInformation: navigator });

  // ---- what packaged apps do without ----------------------------------------------------------
  function refused(name) {
    return { [name]() { console.error(`window.${name}() is not available in packaged apps.`); } }[name];
  }

  host.define(globalThis, {
    alert: refused("alert"), confirm: refused("confirm"), prompt: refused("prompt"),
    get localStorage() {
      console.error("window.localStorage is not available in packaged apps. Use chrome.storage.local instead.");
      return undefined;
    },
  }, false);

  // ---- messages ---------------------------------------------------------------------------------
  let entangle, send;

  class MessagePort extends EventTarget {
    #other = null;
    #queue = [];
    #isOpen = false;

    constructor(key) {
      if (key !== isTaken) throw new TypeError("Illegal constructor");
      super();
    }

    static {
      entangle = (one, other) => { one.#other = other; other.#other = one; };
      send = (port, data) => {
        if (port === null) return;
        port.#queue.push(data);
        if (port.#isOpen) host.later(() => port.#deliver());
      };
    }

    postMessage(data, options) {
      const transfer = Array.isArray(options) ? options : options?.transfer;
      send(this.#other, structuredClone(data, transfer === undefined ? undefined : { transfer }));
    }
    start() {
      if (this.#isOpen) return;
      this.#isOpen = true;
      for (const _ of this.#queue) host.later(() => this.#deliver());
    }
    close() {
      if (this.#other !== null) this.#other.#other = null;
      this.#other = null;
    }

    #deliver() {
      if (this.#queue.length > 0) host.fireEvent(this, new MessageEvent("message", { data: this.#queue.shift() }));
    }
  }

  class MessageChannel {
    #ports = [new MessagePort(isTaken), new MessagePort(isTaken)];
    constructor() { entangle(...this.#ports); }
    get port1() { return this.#ports[0]; }
    get port2() { return this.#ports[1]; }
    static isOwn(value) { return #ports in value; }
  }

  const isChannel = MessageChannel.isOwn;
  delete MessageChannel.isOwn;
  host.publish(MessagePort, (value) => value instanceof MessagePort, { postMessage: 1 });
  host.publish(MessageChannel, isChannel);
  host.handlers(MessagePort.prototype, ["message", "messageerror"]);
  const handler = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  Object.defineProperty(MessagePort.prototype, "onmessage", { ...handler, set(value) {
    apply(handler.set, this, [value]);
    this.start();
  } });

  host.publishFunctions({
    postMessage(message, ...rest) {
      const options = rest.at(-1);
      const transfer = Array.isArray(options) ? options : options?.transfer;
      const data = structuredClone(message, transfer === undefined ? undefined : { transfer });
      const event = new MessageEvent("message", { data, origin: PLACE.origin, source: globalThis });
      host.later(() => host.fireEvent(globalThis, event));
    },
  }, { postMessage: 1 });
})(__workbench);
