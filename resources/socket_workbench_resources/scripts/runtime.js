// chrome.runtime and chrome.app.runtime beyond the table of methods: what an app asks of itself.
(function (host) {
  "use strict";

  const { app } = host.config;
  const runtime = host.place("runtime"), launching = host.place("app.runtime");
  const ORIGIN = `chrome-extension://${app.id}`;
  const ARCHES = { x86_64: "x86-64", AMD64: "x86-64", aarch64: "arm64", arm64: "arm64", ARM64: "arm64" };
  const SYSTEMS = { win32: "win", darwin: "mac" };

  function unfit(text) {
    return new TypeError(`Error in invocation of runtime.${text}: No matching signature.`);
  }

  // Extensions are at home in a scheme where a backslash is a slash.
  function resolved(path) {
    const [place] = /^[^?#]*/.exec(path);
    const text = place.replaceAll("\\", "/") + path.slice(place.length);
    return host.ask(["url", `${ORIGIN}${text.startsWith("/") ? "" : "/"}${text}`.toWellFormed()]).value.href;
  }

  // A method that gives one value, to a callback or in a promise.
  function giving(name, make) {
    const full = `runtime.${name}`, text = `${name}(optional function callback)`;
    return { [name](...args) {
      const [callback] = args;
      if (args.length > 1 || (callback !== undefined && callback !== null && typeof callback !== "function")) throw unfit(text);
      if (typeof callback !== "function") return new Promise((resolve) => host.later(() => resolve(make())));
      const settle = host.withCallback(full, callback);
      host.later(() => settle([make()], null));
      return undefined;
    } }[name];
  }

  function platform() {
    const { system, machine } = host.ask(["system"]).value;
    const arch = ARCHES[machine] ?? machine;
    return { arch, nacl_arch: arch === "arm64" ? "arm" : arch, os: SYSTEMS[system] ?? "linux" };
  }

  function enumeration(...values) {
    return Object.fromEntries(values.map((value) => [value.toUpperCase().replaceAll("-", "_"), value]));
  }

  host.define(runtime, {
    getManifest(...args) {
      if (args.length > 0) throw unfit("getManifest()");
      return JSON.parse(app.manifestText);
    },
    getURL(...args) {
      if (args.length !== 1 || typeof args[0] !== "string") throw unfit("getURL(string path)");
      return resolved(args[0]);
    },
    getVersion() { return String(JSON.parse(app.manifestText).version); },
    getPlatformInfo: giving("getPlatformInfo", platform),
    getBackgroundPage: giving("getBackgroundPage", () => globalThis),
    OnInstalledReason: enumeration("install", "update", "chrome_update", "shared_module_update"),
    PlatformOs: enumeration("mac", "win", "android", "cros", "linux", "openbsd"),
    PlatformArch: enumeration("arm", "arm64", "x86-32", "x86-64", "mips", "mips64", "ppc64", "riscv64"),
  });
  Object.defineProperty(runtime, "id", { value: app.id, enumerable: true, configurable: true });

  // Nothing here raises them; an app may listen all the same.
  for (const name of ["onSuspendCanceled", "onUpdateAvailable", "onBrowserUpdateAvailable", "onRestartRequired",
    "onConnect", "onConnectExternal", "onMessage", "onMessageExternal"]) {
    runtime[name] ??= host.makeEvent(`runtime.${name}`);
  }
  for (const name of ["onRestarted", "onEmbedRequested"]) launching[name] ??= host.makeEvent(`app.runtime.${name}`);
})(__workbench);
