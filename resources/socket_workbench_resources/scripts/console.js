// console: every call is one line (or several) of text with a level.
(function (host) {
  "use strict";

  const MAX_CHARACTERS = 262144;
  const MAX_ELEMENTS = 1000;
  const { apply } = Reflect;
  const then = Promise.prototype.then;
  const counts = new Map(), starts = new Map();
  let indent = "";
  let inspector;

  // A proxy may throw even at being asked for its kind.
  function inspect(value) {
    return host.safely(() => String(shown(value)), typeof value === "function" ? "[Function]" : "[object Object]");
  }

  function shown(value) {
    if (typeof value === "string") return value;
    if (value === null || (typeof value !== "object" && typeof value !== "function")) {
      return typeof value === "bigint" ? `${value}n` : Object.is(value, -0) ? "-0" : String(value);
    }
    if (value instanceof Error) {
      return typeof value.stack === "string" ? host.cleanStack(value.stack) : String(value);
    }
    if (isLong(value)) return beginning(value);
    inspector ??= host.vendor("inspect").inspect;
    return host.safely(() => inspector(value, { depth: 4, quoteStyle: "single" }), Object.prototype.toString.call(value));
  }

  // A long list would take the inspector minutes.
  function isLong(value) {
    return (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) && value.length > MAX_ELEMENTS;
  }

  function beginning(value) {
    const first = Array.from({ length: MAX_ELEMENTS }, (_, at) => value[at]);
    const name = Object.prototype.toString.call(value).slice(8, -1);
    return `${name}(${value.length}) ${shown(first).slice(0, -2)}, ... ${value.length - MAX_ELEMENTS} more ]`;
  }

  function number(convert) {
    return (value) => host.safely(() => String(convert(value)), "NaN");
  }

  const FORMATS = {
    s: (value) => (typeof value === "object" ? inspect(value) : host.safely(() => String(value), "")),
    d: number((value) => Math.trunc(Number(value))),
    i: number((value) => parseInt(value, 10)),
    f: number(parseFloat),
    o: inspect, O: inspect, j: inspect,
    c: () => "",
  };

  function labelText(label) { return host.safely(() => String(label), "default"); }

  function format(args) {
    let at = 0;
    const texts = [];
    if (typeof args[0] === "string") {
      at = 1;
      texts.push(args[0].replace(/%([sdifoOcj%])/g, (whole, kind) => {
        if (kind === "%") return "%";
        return at < args.length ? FORMATS[kind](args[at++]) : whole;
      }));
    }
    return [...texts, ...args.slice(at).map(inspect)].join(" ");
  }

  function write(level, text, args = []) {
    if (text.length > MAX_CHARACTERS) {
      text = `${text.slice(0, MAX_CHARACTERS)}... (${text.length - MAX_CHARACTERS} more characters)`;
    }
    if (indent) text = indent + text.replaceAll("\n", "\n" + indent);
    host.post(["l", level, text.toWellFormed(), host.previews(args), null]);
    host.hurry();
  }

  host.warn = (text) => write("warning", text);

  // Stacks without the lines of our own sources.
  host.cleanStack = (stack) => stack.split("\n").filter((line) => !line.includes("workbench:")).join("\n");

  function trace(label) {
    const error = new Error(label);
    error.name = "Trace";
    return host.cleanStack(error.stack.replace(/^Error/, "Trace"));
  }

  function elapsed(label) {
    const start = starts.get(label);
    return start === undefined ? undefined : `${label}: ${(host.now() - start).toFixed(3)} ms`;
  }

  const consoleObject = {};
  host.define(consoleObject, {
    log(...args) { write("log", format(args), args); },
    info(...args) { write("info", format(args), args); },
    debug(...args) { write("debug", format(args), args); },
    warn(...args) { write("warning", format(args), args); },
    error(...args) { write("error", format(args), args); },
    dir(value) { write("log", inspect(value), [value]); },
    dirxml(...args) { write("log", format(args), args); },
    table(value) { write("log", inspect(value), [value]); },
    trace(...args) { write("log", trace(format(args))); },
    assert(condition, ...args) {
      if (!condition) write("error", ["Assertion failed", format(args)].filter(Boolean).join(": "));
    },
    count(label = "default") {
      const name = labelText(label), count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      write("log", `${name}: ${count}`);
    },
    countReset(label = "default") { counts.delete(labelText(label)); },
    time(label = "default") {
      const name = labelText(label);
      if (!starts.has(name)) starts.set(name, host.now());
    },
    timeLog(label = "default", ...args) {
      const name = labelText(label);
      write("log", [elapsed(name) ?? `Timer '${name}' does not exist`, format(args)].filter(Boolean).join(" "));
    },
    timeEnd(label = "default") {
      const name = labelText(label);
      write("log", elapsed(name) ?? `Timer '${name}' does not exist`);
      starts.delete(name);
    },
    timeStamp() {},
    profile() {},
    profileEnd() {},
    group(...args) {
      if (args.length > 0) write("log", format(args), args);
      indent += "  ";
    },
    groupCollapsed(...args) { this.group(...args); },
    groupEnd() { indent = indent.slice(2); },
    clear() { if (host.config.hasPreviews) write("clear", ""); },
  });

  // What an expression typed into the console gives; of a promise also what becomes of it.
  host.showResult = function (value) {
    write("result", typeof value === "string" ? JSON.stringify(value) : inspect(value), [value]);
    if (host.isA(value, Promise)) {
      apply(then, value, [
        (result) => write("result", `Promise fulfilled: ${inspect(result)}`, [result]),
        (error) => host.report(error, "console", "Uncaught (in promise) "),
      ]);
    }
  };
  host.define(globalThis, { console: consoleObject }, false);
})(__workbench);
