/* @scenario {
 "name": "manifest_permission_values",
 "kind": "manifest",
 "cases": [
  {
   "label": "optional socket good",
   "manifest": {
    "optional_permissions": [
     {
      "socket": [
       "tcp-connect"
      ]
     }
    ]
   }
  },
  {
   "label": "optional socket good, none required",
   "manifest": {
    "optional_permissions": [
     {
      "socket": [
       "tcp-connect"
      ]
     }
    ],
    "permissions": null
   }
  },
  {
   "label": "optional socket bad",
   "manifest": {
    "optional_permissions": [
     {
      "socket": [
       "bogus"
      ]
     }
    ]
   }
  },
  {
   "label": "optional bare",
   "manifest": {
    "optional_permissions": [
     "socket"
    ]
   }
  },
  {
   "label": "optional unknown",
   "manifest": {
    "optional_permissions": [
     "nosuch"
    ]
   }
  },
  {
   "label": "optional number after bad",
   "manifest": {
    "optional_permissions": [
     {
      "socket": [
       "bogus"
      ]
     },
     5
    ]
   }
  },
  {
   "label": "both bad types",
   "manifest": {
    "optional_permissions": 5,
    "permissions": 5
   }
  },
  {
   "label": "required bad list, optional bad type",
   "manifest": {
    "optional_permissions": 5,
    "permissions": [
     {
      "socket": [
       "bogus"
      ]
     }
    ]
   }
  },
  {
   "label": "optional bad, required bad",
   "manifest": {
    "optional_permissions": [
     5
    ],
    "permissions": [
     "socket"
    ]
   }
  },
  {
   "label": "optional bad type, sockets bad",
   "manifest": {
    "optional_permissions": 5,
    "sockets": {
     "tcp": {
      "connect": "a:0"
     }
    }
   }
  },
  {
   "label": "optional socket bad, sockets bad",
   "manifest": {
    "optional_permissions": [
     {
      "socket": [
       "bogus"
      ]
     }
    ],
    "sockets": {
     "tcp": {
      "connect": "a:0"
     }
    }
   }
  },
  {
   "label": "optional system.network",
   "manifest": {
    "optional_permissions": [
     "system.network"
    ]
   }
  },
  {
   "label": "optional system.network with a value",
   "manifest": {
    "optional_permissions": [
     {
      "system.network": 1
     }
    ]
   }
  },
  {
   "label": "optional two keys",
   "manifest": {
    "optional_permissions": [
     {
      "socket": [
       "tcp-connect"
      ],
      "x": 1
     }
    ]
   }
  },
  {
   "label": "optional empty",
   "manifest": {
    "optional_permissions": []
   }
  },
  {
   "label": "system.network true",
   "manifest": {
    "permissions": [
     {
      "system.network": true
     }
    ]
   }
  },
  {
   "label": "storage list",
   "manifest": {
    "permissions": [
     {
      "storage": []
     }
    ]
   }
  },
  {
   "label": "storage null after bad socket",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "bogus"
      ]
     },
     {
      "storage": null
     }
    ]
   }
  },
  {
   "label": "storage null before bad socket",
   "manifest": {
    "permissions": [
     {
      "storage": null
     },
     {
      "socket": [
       "bogus"
      ]
     }
    ]
   }
  },
  {
   "label": "storage null, then a number",
   "manifest": {
    "permissions": [
     {
      "storage": null
     },
     5
    ]
   }
  },
  {
   "label": "storage value, sockets bad",
   "manifest": {
    "permissions": [
     {
      "storage": 1
     }
    ],
    "sockets": 5
   }
  },
  {
   "label": "integer of 32 bits",
   "manifest": {
    "sockets": 2147483647
   }
  },
  {
   "label": "integer beyond",
   "manifest": {
    "sockets": 2147483648
   }
  },
  {
   "label": "least integer",
   "manifest": {
    "sockets": -2147483648
   }
  },
  {
   "label": "below the least",
   "manifest": {
    "sockets": -2147483649
   }
  },
  {
   "label": "beyond in a list",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": [
       "*",
       4294967296
      ]
     }
    }
   }
  },
  {
   "label": "beyond 64 bits",
   "manifest": {
    "sockets": {
     "udp": 18446744073709551616
    }
   }
  },
  {
   "label": "legacy beyond",
   "manifest": {
    "permissions": [
     {
      "socket": [
       4294967296
      ]
     }
    ]
   }
  },
  {
   "label": "usb value",
   "manifest": {
    "permissions": [
     {
      "usb": 1
     }
    ]
   }
  },
  {
   "label": "alarms value",
   "manifest": {
    "permissions": [
     {
      "alarms": 1
     }
    ]
   }
  },
  {
   "label": "notifications value",
   "manifest": {
    "permissions": [
     {
      "notifications": []
     }
    ]
   }
  },
  {
   "label": "serial value",
   "manifest": {
    "permissions": [
     {
      "serial": 1
     }
    ]
   }
  },
  {
   "label": "system.cpu value",
   "manifest": {
    "permissions": [
     {
      "system.cpu": 1
     }
    ]
   }
  },
  {
   "label": "power value",
   "manifest": {
    "permissions": [
     {
      "power": 1
     }
    ]
   }
  },
  {
   "label": "unknown value",
   "manifest": {
    "permissions": [
     {
      "nosuch": 1
     }
    ]
   }
  },
  {
   "label": "host value",
   "manifest": {
    "permissions": [
     {
      "http://a/*": 1
     }
    ]
   }
  },
  {
   "label": "clipboardRead",
   "manifest": {
    "permissions": [
     {
      "clipboardRead": 1
     }
    ]
   }
  },
  {
   "label": "unlimitedStorage",
   "manifest": {
    "permissions": [
     {
      "unlimitedStorage": 1
     }
    ]
   }
  },
  {
   "label": "identity",
   "manifest": {
    "permissions": [
     {
      "identity": 1
     }
    ]
   }
  },
  {
   "label": "fileSystem",
   "manifest": {
    "permissions": [
     {
      "fileSystem": [
       "write",
       "x"
      ]
     }
    ]
   }
  },
  {
   "label": "mdns",
   "manifest": {
    "permissions": [
     {
      "mdns": 1
     }
    ]
   }
  },
  {
   "label": "system.display",
   "manifest": {
    "permissions": [
     {
      "system.display": 1
     }
    ]
   }
  },
  {
   "label": "tabs",
   "manifest": {
    "permissions": [
     {
      "tabs": 1
     }
    ]
   }
  }
 ]
} */
