// The event loop: every listener, callback and timer is a task of its own, with the microtasks
// that it left run to the last before the next one begins.
(function (host) {
  "use strict";

  const { apply } = Reflect;
  const then = Promise.prototype.then;
  const { waitAsync, notify } = Atomics;
  const NESTED = 5, NESTED_MS = 4;  // HTML: timers nested deeper wait at least so long
  const cell = new Int32Array(new SharedArrayBuffer(4));

  // ---- timers ------------------------------------------------------------------
  const timers = new Map();  // id -> timer; in heap order below
  const heap = [];
  let lastTimer = 0, nesting = 0;

  function isBefore(a, b) { return a.due < b.due || (a.due === b.due && a.order < b.order); }

  function pushTimer(timer) {
    let at = heap.length;
    heap[at] = timer;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (isBefore(heap[parent], timer)) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = timer;
  }

  function popTimer() {
    const first = heap[0], last = heap.pop();
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
      if (isBefore(last, heap[child])) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return first;
  }

  function dropCleared() {
    while (heap.length > 0 && timers.get(heap[0].id) !== heap[0]) popTimer();
  }

  let order = 0;

  function schedule(timer) {
    timer.due = host.now() + timer.delay;
    timer.order = order++;
    pushTimer(timer);
  }

  function addTimer(handler, delay, args, repeats) {
    const run = typeof handler === "function" ? handler : compile(handler);
    let ms = Math.max(0, toLong(delay));
    if (nesting >= NESTED) ms = Math.max(ms, NESTED_MS);
    const timer = { id: ++lastTimer, run, args, delay: ms, repeats, nesting: nesting + 1 };
    timers.set(timer.id, timer);
    schedule(timer);
    return timer.id;
  }

  function compile(source) {
    const text = String(source);
    return () => (0, eval)(text);
  }

  function runTimer(timer) {
    if (timers.get(timer.id) !== timer) return;
    if (!timer.repeats) timers.delete(timer.id);
    nesting = timer.nesting;
    host.run(timer.run, globalThis, timer.args, "timer");
    nesting = 0;
    if (timer.repeats && timers.get(timer.id) === timer) {
      timer.nesting++;
      if (timer.nesting > NESTED) timer.delay = Math.max(timer.delay, NESTED_MS);
      schedule(timer);
    }
  }

  function toLong(value) { return +value | 0; }  // HTML: a `long`

  function named(name, wanted, f) {
    const what = `execute '${name}' on 'Window'`;
    return Object.defineProperty({ [name](...args) {
      if (this !== undefined && this !== null && this !== globalThis) throw new TypeError("Illegal invocation");
      if (args.length < wanted) throw host.tooFew(what, wanted, args.length);
      return host.converting(what, () => f(...args));
    } }[name], "length", { value: wanted, configurable: true });
  }

  function clear(id) { timers.delete(toLong(id)); }

  host.timer = (task, delay) => addTimer(task, delay, [], false);

  // A task of the platform's own, behind what is there already.
  host.later = function (task) {
    const deep = nesting;
    nesting = 0;  // these do not wait longer the deeper they nest
    addTimer(task, 0, [], false);
    nesting = deep;
  };

  host.define(globalThis, {
    setTimeout: named("setTimeout", 1, (handler, delay, ...args) => addTimer(handler, delay, args, false)),
    setInterval: named("setInterval", 1, (handler, delay, ...args) => addTimer(handler, delay, args, true)),
    clearTimeout: named("clearTimeout", 0, clear),
    clearInterval: named("clearInterval", 0, clear),
    queueMicrotask: named("queueMicrotask", 1, (callback) => {
      if (typeof callback !== "function") {
        throw new TypeError("Failed to execute 'queueMicrotask' on 'Window': parameter 1 is not of type 'Function'.");
      }
      apply(then, Promise.resolve(), [() => host.run(callback, undefined, [], "microtask")]);
    }),
  });

  // ---- tasks -------------------------------------------------------------------
  let items = [], next = 0, frame, offset = 0;
  let urgent = [];  // more tasks of the item at hand, such as a second listener
  let horizon = 0;  // timers due by then run before the next turn

  host.soon = function (task) { urgent.push(task); };

  function turn() {
    dropCleared();
    const wait = heap.length === 0 ? Infinity : Math.max(0, heap[0].due - host.now());
    frame = host.exchange(wait, timers.size);
    horizon = host.now();
    if (frame === undefined || frame.leave) return;
    items = frame.items;
    next = 0;
    offset = frame.start;
  }

  // The next item, its data (an ArrayBuffer of its own) put where it belongs.
  function take() {
    const item = items[next++];
    const size = item[item.length - 1];
    if (size === null) return item;
    const data = frame.buffer.slice(offset, offset + size);
    offset += size;
    if (item[2] !== null && typeof item[2] === "object") (item[0] === "r" ? item[2][0] : item[2]).data = data;
    return item;
  }

  // One task: what is at hand, else what the next turn brings.
  function work() {
    if (urgent.length > 0) urgent.shift()();
    else if (next < items.length) host.dispatch(take());
    else if (dropCleared(), heap.length > 0 && heap[0].due <= horizon) runTimer(popTimer());
    else return false;
    return true;
  }

  function step() {
    host.reportRejections();
    if (!work()) {
      turn();
      if (frame !== undefined && frame.leave) return;
      work();
    }
    // A resolved wait is a task for V8's own message loop, so microtasks run dry in between.
    apply(then, waitAsync(cell, 0, 0).value, [step]);
    notify(cell, 0);
  }

  host.start = step;
})(__workbench);
