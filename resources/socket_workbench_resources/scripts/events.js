// Event and its kinds, EventTarget, AbortController and AbortSignal.
(function (host) {
  "use strict";

  const { apply } = Reflect;
  const define = Object.defineProperty;
  const NONE = 0, CAPTURING_PHASE = 1, AT_TARGET = 2, BUBBLING_PHASE = 3;
  const PHASES = { NONE, CAPTURING_PHASE, AT_TARGET, BUBBLING_PHASE };

  // ---- Event ---------------------------------------------------------------------------
  let stateOf;  // what dispatching needs of an event
  const names = new WeakMap();  // our own classes -> what errors call them

  class Event {
    #state = { phase: NONE, target: null, current: null, isTrusted: false, isStopped: false,
      isOver: false, isPassive: false, isCanceled: false, isDispatched: false };
    #type;
    #bubbles;
    #cancelable;
    #composed;
    #timeStamp = host.now();

    constructor(type, init) {
      const name = names.get(new.target) ?? "Event", what = `construct '${name}'`;
      if (arguments.length === 0) throw host.tooFew(what, 1, 0);
      this.#type = host.converting(what, () => `${type}`);
      const options = host.options(init, `${name}Init`, what);
      this.#bubbles = Boolean(options.bubbles);
      this.#cancelable = Boolean(options.cancelable);
      this.#composed = Boolean(options.composed);
      const state = this.#state;
      define(this, "isTrusted", { enumerable: true, get: () => state.isTrusted });
    }

    static {
      stateOf = (event) => (typeof event === "object" && event !== null && #state in event ? event.#state : undefined);
    }

    get type() { return this.#type; }
    get target() { return this.#state.target; }
    get currentTarget() { return this.#state.current; }
    get eventPhase() { return this.#state.phase; }
    get bubbles() { return this.#bubbles; }
    get cancelable() { return this.#cancelable; }
    get defaultPrevented() { return this.#state.isCanceled; }
    get composed() { return this.#composed; }
    get timeStamp() { return this.#timeStamp; }
    get srcElement() { return this.#state.target; }
    get returnValue() { return !this.#state.isCanceled; }
    set returnValue(value) { if (!value) this.preventDefault(); }
    get cancelBubble() { return this.#state.isStopped; }
    set cancelBubble(value) { if (value) this.#state.isStopped = true; }
    composedPath() { return this.#state.current === null ? [] : [this.#state.current]; }
    initEvent(type, bubbles = false, cancelable = false) {
      if (this.#state.isDispatched) return;
      this.#type = String(type);
      this.#bubbles = Boolean(bubbles);
      this.#cancelable = Boolean(cancelable);
      Object.assign(this.#state, { isCanceled: false, isStopped: false, isOver: false, isTrusted: false });
    }
    preventDefault() { if (this.#cancelable && !this.#state.isPassive) this.#state.isCanceled = true; }
    stopImmediatePropagation() { this.#state.isStopped = this.#state.isOver = true; }
    stopPropagation() { this.#state.isStopped = true; }
  }

  function isEvent(value) { return stateOf(value) !== undefined; }

  for (const holder of [Event, Event.prototype]) {
    for (const [name, value] of Object.entries(PHASES)) define(holder, name, { value, enumerable: true });
  }
  host.publish(Event, isEvent, { initEvent: 1 });

  // ---- kinds of events -------------------------------------------------------------------
  function number(value) { return Number(value) || 0; }
  function text(value) { return `${value}`; }
  function same(value) { return value; }

  // A kind of event with more members: [name, value when there is none, conversion].
  function kind(name, members, wanted = 1) {
    const held = new WeakMap();
    const Kind = { [name]: class extends Event {
      constructor(...args) {
        if (args.length < wanted) throw host.tooFew(`construct '${name}'`, wanted, args.length);
        super(...args);
        const init = args[1];
        const values = {};
        for (const [member, fallback, convert] of members) {
          const given = init?.[member];
          values[member] = given === undefined ? fallback : convert(given);
        }
        held.set(this, values);
      }
    } }[name];
    for (const [member] of members) {
      define(Kind.prototype, member, { configurable: true, get() { return held.get(this)[member]; } });
    }
    define(Kind, "length", { value: wanted, configurable: true });
    names.set(Kind, name);
    host.publish(Kind, (value) => held.has(value));
    return { Kind, held };
  }

  kind("ProgressEvent", [["lengthComputable", false, Boolean], ["loaded", 0, number], ["total", 0, number]]);
  kind("ErrorEvent", [["message", "", text], ["filename", "", text], ["lineno", 0, number],
    ["colno", 0, number], ["error", undefined, same]]);
  kind("MessageEvent", [["data", null, same], ["origin", "", text], ["lastEventId", "", text],
    ["source", null, same], ["ports", Object.freeze([]), (ports) => Object.freeze([...ports])]]);
  kind("CloseEvent", [["wasClean", false, Boolean], ["code", 0, number], ["reason", "", text]]);

  const custom = kind("CustomEvent", [["detail", null, same]]);
  host.define(custom.Kind.prototype, {
    initCustomEvent(type, bubbles, cancelable, detail = null) {
      this.initEvent(type, bubbles, cancelable);
      custom.held.get(this).detail = detail;
    },
  });

  kind("PromiseRejectionEvent", [["promise", undefined, same], ["reason", undefined, same]], 2);

  // ---- EventTarget -------------------------------------------------------------------------
  const targets = new WeakMap();  // target -> its listeners, in order

  class EventTarget {
    constructor() { targets.set(this, []); }

    addEventListener(type, listener, options) {
      checkListener("addEventListener", listener);
      const isObject = typeof options === "object" && options !== null;
      const signal = isObject ? options.signal : undefined;
      if (listener === null || listener === undefined || signal?.aborted) return;
      const capture = isObject ? Boolean(options.capture) : Boolean(options);
      const entry = { type: `${type}`, listener, capture, once: isObject && Boolean(options.once),
        passive: isObject && Boolean(options.passive), isRemoved: false };
      const list = targets.get(this);
      if (list.some((other) => isSame(other, entry))) return;
      list.push(entry);
      signal?.addEventListener("abort", () => remove(this, entry), { once: true });
    }

    removeEventListener(type, listener, options) {
      checkListener("removeEventListener", listener);
      const capture = typeof options === "object" && options !== null ? Boolean(options.capture) : Boolean(options);
      remove(this, { type: `${type}`, listener, capture });
    }

    dispatchEvent(event) {
      const state = stateOf(event);
      const what = "execute 'dispatchEvent' on 'EventTarget'";
      if (state === undefined) throw new TypeError(`Failed to ${what}: parameter 1 is not of type 'Event'.`);
      if (state.isDispatched) {
        throw new DOMException(`Failed to ${what}: The event is already being dispatched.`, "InvalidStateError");
      }
      state.isTrusted = false;
      return dispatch(this, event);
    }
  }

  function checkListener(name, listener) {
    if (listener === null || listener === undefined || typeof listener === "object" || typeof listener === "function") return;
    throw new TypeError(`Failed to execute '${name}' on 'EventTarget': parameter 2 is not of type 'Object'.`);
  }

  function isSame(one, other) {
    return one.type === other.type && one.listener === other.listener && one.capture === other.capture;
  }

  function remove(target, entry) {
    const list = targets.get(target);
    const at = list.findIndex((other) => isSame(other, entry));
    if (at < 0) return;
    list[at].isRemoved = true;
    list.splice(at, 1);
  }

  // The listeners for an event as they are now: those that capture come first.
  function chosen(target, type) {
    const list = targets.get(target).filter((entry) => entry.type === type);
    return [...list.filter((entry) => entry.capture), ...list.filter((entry) => !entry.capture)];
  }

  function begin(target, state) {
    Object.assign(state, { isDispatched: true, target, current: target, phase: AT_TARGET });
  }

  function end(state) {
    Object.assign(state, { isDispatched: false, current: null, phase: NONE, isStopped: false, isOver: false });
    return !state.isCanceled;
  }

  function callListener(target, entry, event, state) {
    if (entry.isRemoved || state.isOver) return;
    if (entry.once) remove(target, entry);
    state.isPassive = entry.passive;
    const { listener } = entry, origin = `listener of ${event.type}`;
    if (typeof listener === "function") host.run(listener, target, [event], origin);
    else if (typeof listener.handleEvent === "function") host.run(listener.handleEvent, listener, [event], origin);
    else host.report(new TypeError("The listener object has no handleEvent method"), origin);
    state.isPassive = false;
  }

  function dispatch(target, event) {
    const state = stateOf(event);
    begin(target, state);
    for (const entry of chosen(target, event.type)) callListener(target, entry, event, state);
    return end(state);
  }

  // Dispatch an event of the platform at once; false when a listener prevented what follows.
  host.dispatchEvent = function (target, event) {
    stateOf(event).isTrusted = true;
    return dispatch(target, event);
  };

  // Dispatch as a task: every listener with the microtasks that it leaves.
  host.fireEvent = function (target, event) {
    const state = stateOf(event);
    state.isTrusted = true;
    begin(target, state);
    for (const entry of chosen(target, event.type)) host.soon(() => callListener(target, entry, event, state));
    host.soon(() => end(state));
  };

  function isTarget(value) { return targets.has(value); }

  host.hasListeners = (target, type) => targets.get(target).some((entry) => entry.type === type);
  host.makeTarget = (object) => { targets.set(object, []); };
  host.publish(EventTarget, isTarget, { addEventListener: 2, removeEventListener: 2, dispatchEvent: 1 });

  // ---- handlers such as `onload` --------------------------------------------------------------
  // What `call` makes of a handler and an event says whether the event's default is prevented.
  function cancelsByFalse(handler, target, event) { return apply(handler, target, [event]) === false; }

  // Give `holder`, a prototype or a target, the attributes `on` + type.
  host.handlers = function (holder, types, { isOwn = isTarget, call = cancelsByFalse } = {}) {
    for (const type of types) {
      const kept = new WeakMap();  // target -> {handler, entry}
      const name = `on${type}`;
      define(holder, name, {
        enumerable: true, configurable: true,
        get() {
          if (!isOwn(this ?? globalThis)) throw new TypeError("Illegal invocation");
          return kept.get(this ?? globalThis)?.handler ?? null;
        },
        set(value) { keepHandler(kept, this ?? globalThis, type, value, call); },
      });
    }
  };

  function keepHandler(kept, target, type, value, call) {
    const isHandler = typeof value === "function" || (typeof value === "object" && value !== null);
    const known = kept.get(target);
    if (known !== undefined) {
      if (isHandler) known.handler = value;
      else {
        remove(target, known.entry);
        kept.delete(target);
      }
      return;
    }
    if (!isHandler) return;
    const one = { handler: value, entry: null };
    const listener = function (event) {
      if (typeof one.handler === "function" && call(one.handler, target, event)) event.preventDefault();
    };
    one.entry = { type, listener, capture: false, once: false, passive: false, isRemoved: false };
    targets.get(target).push(one.entry);
    kept.set(target, one);
  }

  // ---- AbortController ---------------------------------------------------------------------
  let makeSignal, abort;

  class AbortSignal extends EventTarget {
    #isAborted = false;
    #reason;
    #followers = [];

    constructor(key) {
      if (key !== stateOf) throw new TypeError("Failed to construct 'AbortSignal': Illegal constructor");
      super();
    }

    static abort(reason) {
      const signal = makeSignal();
      abort(signal, reason);
      return signal;
    }

    static any(signals) {
      const signal = makeSignal();
      for (const source of signals) {
        if (source.aborted) {
          abort(signal, source.reason);
          return signal;
        }
      }
      for (const source of signals) source.#followers.push(signal);
      return signal;
    }

    static timeout(milliseconds) {
      const delay = Number(milliseconds);
      if (!(delay >= 0 && delay < Infinity)) {
        throw new TypeError("Failed to execute 'timeout' on 'AbortSignal': Value is outside the 'unsigned long long' value range.");
      }
      const signal = makeSignal();
      host.timer(() => abort(signal, new DOMException("signal timed out", "TimeoutError")), delay);
      return signal;
    }

    static {
      makeSignal = () => new AbortSignal(stateOf);
      abort = (signal, reason) => {
        if (signal.#isAborted) return;
        signal.#isAborted = true;
        signal.#reason = reason === undefined
          ? new DOMException("signal is aborted without reason", "AbortError") : reason;
        host.dispatchEvent(signal, new Event("abort"));
        for (const follower of signal.#followers) abort(follower, signal.#reason);
      };
    }

    get aborted() { return this.#isAborted; }
    get reason() { return this.#reason; }
    throwIfAborted() { if (this.#isAborted) throw this.#reason; }
  }

  class AbortController {
    #signal = makeSignal();
    get signal() { return this.#signal; }
    abort(reason) { abort(this.#signal, reason); }
    static isOwn(value) { return #signal in value; }
  }

  const isController = AbortController.isOwn;
  delete AbortController.isOwn;
  host.publish(AbortSignal, (value) => value instanceof AbortSignal && isTarget(value), { any: 1, timeout: 1 });
  host.handlers(AbortSignal.prototype, ["abort"]);
  host.publish(AbortController, isController);
  define(AbortSignal, "length", { value: 0, configurable: true });
})(__workbench);
