// How the bundled packages are reached: they are read when they are first used.
(function (host) {
  "use strict";

  const loaded = new Map();

  // The exports of one bundle in `vendor`.
  host.vendor = function (name) {
    if (!loaded.has(name)) {
      const module = { exports: {} };
      const source = `${host.ask(["source", name]).value}\n//# sourceURL=workbench:vendor/${name}.js`;
      Function("module", "exports", source)(module, module.exports);
      loaded.set(name, module.exports);
    }
    return loaded.get(name);
  };
})(__workbench);
