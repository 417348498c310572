// Network interfaces: what chrome.system.network knows about this machine.
chrome.system.network.getNetworkInterfaces((interfaces) => {
  for (const { name, address, prefixLength } of interfaces) {
    console.log(`${name}: ${address}/${prefixLength}`);
  }
  console.log("all of them", interfaces);
});
