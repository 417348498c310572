// console: every call is one line (or several) of text with a level.
(function (host) {
  "use strict";

  const MAX_CHARACTERS = 262144;
  const { apply } = Reflect;
  const then = Promise.prototype.then;
  const counts = new Map(), starts = new Map();
  let indent = "";
  let inspector;

  function inspect(value) {
    if (typeof value === "string") return value;
    if (value instanceof Error) {
      return typeof value.stack === "string" ? host.cleanStack(value.stack) : String(value);
    }
    if (value === null || (typeof value !== "object" && typeof value !== "function")) {
      return typeof value === "bigint" ? `${value}n` : Object.is(value, -0) ? "-0" : String(value);
    }
    try {
      inspector ??= host.vendor("inspect").inspect;
      return inspector(value, { depth: 4, quoteStyle: "single" });
    } catch (e) {
      return Object.prototype.toString.call(value);
    }
  }

  const FORMATS = {
    s: (value) => (typeof value === "object" ? inspect(value) : String(value)),
    d: (value) => (typeof value === "symbol" ? "NaN" : String(Math.trunc(Number(value)))),
    i: (value) => (typeof value === "symbol" ? "NaN" : String(parseInt(value, 10))),
    f: (value) => (typeof value === "symbol" ? "NaN" : String(parseFloat(value))),
    o: inspect, O: inspect, j: inspect,
    c: () => "",
  };

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
      const count = (counts.get(String(label)) ?? 0) + 1;
      counts.set(String(label), count);
      write("log", `${label}: ${count}`);
    },
    countReset(label = "default") { counts.delete(String(label)); },
    time(label = "default") { if (!starts.has(String(label))) starts.set(String(label), host.now()); },
    timeLog(label = "default", ...args) {
      write("log", [elapsed(String(label)) ?? `Timer '${label}' does not exist`, format(args)].filter(Boolean).join(" "));
    },
    timeEnd(label = "default") {
      write("log", elapsed(String(label)) ?? `Timer '${label}' does not exist`);
      starts.delete(String(label));
    },
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
    if (value instanceof Promise) {
      apply(then, value, [
        (result) => write("result", `Promise fulfilled: ${inspect(result)}`, [result]),
        (error) => host.report(error, "console", "Uncaught (in promise) "),
      ]);
    }
  };
  host.define(globalThis, { console: consoleObject }, false);
})(__workbench);
