/* @scenario {
 "name": "manifest_text_forms",
 "kind": "manifest",
 "cases": [
  {
   "label": "sockets null",
   "manifest": {
    "sockets": null
   }
  },
  {
   "label": "sockets true",
   "manifest": {
    "sockets": true
   }
  },
  {
   "label": "sockets 1.5",
   "manifest": {
    "sockets": 1.5
   }
  },
  {
   "label": "tcp true",
   "manifest": {
    "sockets": {
     "tcp": true
    }
   }
  },
  {
   "label": "udp list",
   "manifest": {
    "sockets": {
     "udp": []
    }
   }
  },
  {
   "label": "tcpServer 1.5",
   "manifest": {
    "sockets": {
     "tcpServer": 1.5
    }
   }
  },
  {
   "label": "udp string",
   "manifest": {
    "sockets": {
     "udp": ""
    }
   }
  },
  {
   "label": "connect \"a:b\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:b"
     }
    }
   }
  },
  {
   "label": "connect \"a:080\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:080"
     }
    }
   }
  },
  {
   "label": "connect \"a: 1\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a: 1"
     }
    }
   }
  },
  {
   "label": "connect \"a:1 \"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:1 "
     }
    }
   }
  },
  {
   "label": "connect \"a:0x50\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:0x50"
     }
    }
   }
  },
  {
   "label": "connect \"a:1e1\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:1e1"
     }
    }
   }
  },
  {
   "label": "connect \"a:65535\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:65535"
     }
    }
   }
  },
  {
   "label": "connect \"a:+0\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:+0"
     }
    }
   }
  },
  {
   "label": "connect \"a:-0\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:-0"
     }
    }
   }
  },
  {
   "label": "connect \"a:00\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:00"
     }
    }
   }
  },
  {
   "label": "connect \"\\ta\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "\ta"
     }
    }
   }
  },
  {
   "label": "connect \"a\\n\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a\n"
     }
    }
   }
  },
  {
   "label": "connect \"\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": ""
     }
    }
   }
  },
  {
   "label": "connect \"\\u00e9:1\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "\u00e9:1"
     }
    }
   }
  },
  {
   "label": "connect \"[a]:1\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "[a]:1"
     }
    }
   }
  },
  {
   "label": "connect \"a:1:\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:1:"
     }
    }
   }
  },
  {
   "label": "connect \"::\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "::"
     }
    }
   }
  },
  {
   "label": "connect \"*.\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "*."
     }
    }
   }
  },
  {
   "label": "connect \"*.:80\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "*.:80"
     }
    }
   }
  },
  {
   "label": "connect \".\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "."
     }
    }
   }
  },
  {
   "label": "connect \"..\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": ".."
     }
    }
   }
  },
  {
   "label": "connect \"*:0\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "*:0"
     }
    }
   }
  },
  {
   "label": "connect \"*:65536\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "*:65536"
     }
    }
   }
  },
  {
   "label": "connect \"*:99999999999\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "*:99999999999"
     }
    }
   }
  },
  {
   "label": "connect \"a:*0\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:*0"
     }
    }
   }
  },
  {
   "label": "connect \"a:**\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:**"
     }
    }
   }
  },
  {
   "label": "connect \"a b:1\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a b:1"
     }
    }
   }
  },
  {
   "label": "connect \"%:1\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "%:1"
     }
    }
   }
  },
  {
   "label": "connect \"a/b\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a/b"
     }
    }
   }
  },
  {
   "label": "connect \"http://a\"",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "http://a"
     }
    }
   }
  },
  {
   "label": "connect [] in list",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": [
       "*",
       []
      ]
     }
    }
   }
  },
  {
   "label": "connect [true]",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": [
       true
      ]
     }
    }
   }
  },
  {
   "label": "connect [null]",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": [
       null
      ]
     }
    }
   }
  },
  {
   "label": "connect [1.5]",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": [
       1.5
      ]
     }
    }
   }
  },
  {
   "label": "connect [{}]",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": [
       {}
      ]
     }
    }
   }
  },
  {
   "label": "connect 1.5",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": 1.5
     }
    }
   }
  },
  {
   "label": "listen bad, connect bad",
   "manifest": {
    "sockets": {
     "tcpServer": {
      "listen": "a:0"
     },
     "tcp": {
      "connect": "b:0"
     }
    }
   }
  },
  {
   "label": "udp send bad, bind bad",
   "manifest": {
    "sockets": {
     "udp": {
      "send": "s:0",
      "bind": "b:0"
     }
    }
   }
  },
  {
   "label": "udp multicast bad, send bad",
   "manifest": {
    "sockets": {
     "udp": {
      "multicastMembership": "x",
      "send": "s:0"
     }
    }
   }
  },
  {
   "label": "tcp bad, udp bad",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "t:0"
     },
     "udp": {
      "bind": "u:0"
     }
    }
   }
  },
  {
   "label": "tcp type, udp pattern",
   "manifest": {
    "sockets": {
     "tcp": 5,
     "udp": {
      "bind": "u:0"
     }
    }
   }
  },
  {
   "label": "two bad in a list",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": [
       "ok",
       "one:0",
       "two:0"
      ]
     }
    }
   }
  },
  {
   "label": "multicast [\"\"]",
   "manifest": {
    "sockets": {
     "udp": {
      "multicastMembership": [
       ""
      ]
     }
    }
   }
  },
  {
   "label": "multicast [\"\", \"\"]",
   "manifest": {
    "sockets": {
     "udp": {
      "multicastMembership": [
       "",
       ""
      ]
     }
    }
   }
  },
  {
   "label": "multicast [\"\", \"x\"]",
   "manifest": {
    "sockets": {
     "udp": {
      "multicastMembership": [
       "",
       "x"
      ]
     }
    }
   }
  },
  {
   "label": "multicast []",
   "manifest": {
    "sockets": {
     "udp": {
      "multicastMembership": []
     }
    }
   }
  },
  {
   "label": "multicast null",
   "manifest": {
    "sockets": {
     "udp": {
      "multicastMembership": null
     }
    }
   }
  },
  {
   "label": "multicast true",
   "manifest": {
    "sockets": {
     "udp": {
      "multicastMembership": true
     }
    }
   }
  },
  {
   "label": "multicast 5",
   "manifest": {
    "sockets": {
     "udp": {
      "multicastMembership": 5
     }
    }
   }
  },
  {
   "label": "multicast {}",
   "manifest": {
    "sockets": {
     "udp": {
      "multicastMembership": {}
     }
    }
   }
  },
  {
   "label": "multicast [\"a:0\"]",
   "manifest": {
    "sockets": {
     "udp": {
      "multicastMembership": [
       "a:0"
      ]
     }
    }
   }
  },
  {
   "label": "multicast [5]",
   "manifest": {
    "sockets": {
     "udp": {
      "multicastMembership": [
       5
      ]
     }
    }
   }
  },
  {
   "label": "legacy [\"tcp-connect:\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "tcp-connect:"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"tcp-connect::\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "tcp-connect::"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"tcp-connect:a\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "tcp-connect:a"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"tcp-connect:a:1\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "tcp-connect:a:1"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"tcp-connect:a:1:2\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "tcp-connect:a:1:2"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"tcp-connect:a:0\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "tcp-connect:a:0"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"tcp-listen\", \" tcp-listen\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "tcp-listen",
       " tcp-listen"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\" tcp-connect\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       " tcp-connect"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"tcp-connect \"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "tcp-connect "
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"resolve-host:\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "resolve-host:"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"resolve-host:a\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "resolve-host:a"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"network-state:*\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "network-state:*"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"network-state\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "network-state"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"udp-multicast-membership:\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "udp-multicast-membership:"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"udp-multicast-membership\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "udp-multicast-membership"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"resolve-proxy\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "resolve-proxy"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [5]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       5
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [5, \"tcp-connect\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       5,
       "tcp-connect"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [null]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       null
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [[\"tcp-connect\"]]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       [
        "tcp-connect"
       ]
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       ""
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"tcp-connect\", \"bogus\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "tcp-connect",
       "bogus"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"bogus\", \"tcp-connect\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "bogus",
       "tcp-connect"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy [\"tcp-connect\", \"tcp-connect\"]",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "tcp-connect",
       "tcp-connect"
      ]
     }
    ]
   }
  },
  {
   "label": "legacy {}",
   "manifest": {
    "permissions": [
     {
      "socket": {}
     }
    ]
   }
  },
  {
   "label": "legacy \"tcp-connect\"",
   "manifest": {
    "permissions": [
     {
      "socket": "tcp-connect"
     }
    ]
   }
  },
  {
   "label": "legacy null",
   "manifest": {
    "permissions": [
     {
      "socket": null
     }
    ]
   }
  },
  {
   "label": "legacy true",
   "manifest": {
    "permissions": [
     {
      "socket": true
     }
    ]
   }
  },
  {
   "label": "legacy 5",
   "manifest": {
    "permissions": [
     {
      "socket": 5
     }
    ]
   }
  },
  {
   "label": "legacy twice",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "tcp-connect"
      ]
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
   "label": "legacy with another key",
   "manifest": {
    "permissions": [
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
   "label": "legacy bare",
   "manifest": {
    "permissions": [
     "socket"
    ]
   }
  },
  {
   "label": "legacy empty dict",
   "manifest": {
    "permissions": [
     {}
    ]
   }
  },
  {
   "label": "legacy unknown",
   "manifest": {
    "permissions": [
     {
      "bogus": [
       "x"
      ]
     }
    ]
   }
  },
  {
   "label": "permissions string",
   "manifest": {
    "permissions": "socket"
   }
  },
  {
   "label": "permissions number in list",
   "manifest": {
    "permissions": [
     5
    ]
   }
  },
  {
   "label": "permissions null in list",
   "manifest": {
    "permissions": [
     null
    ]
   }
  },
  {
   "label": "permissions dict",
   "manifest": {
    "permissions": {}
   }
  },
  {
   "label": "permissions empty",
   "manifest": {
    "permissions": []
   }
  },
  {
   "label": "both bad",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:0"
     }
    },
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
   "label": "sockets bad, permissions of the wrong type",
   "manifest": {
    "sockets": {
     "tcp": {
      "connect": "a:0"
     }
    },
    "permissions": 5
   }
  },
  {
   "label": "second entry bad, first list bad",
   "manifest": {
    "permissions": [
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
   "label": "legacy twice, the first bad",
   "manifest": {
    "permissions": [
     {
      "socket": [
       "bogus"
      ]
     },
     {
      "socket": [
       "tcp-connect"
      ]
     }
    ]
   }
  }
 ]
} */
