"""A network of its own for the calling process: loopback and one interface that leads nowhere.

The transcripts were recorded in such a network: look-ups of names fail at once, joinGroup
and getNetworkList find an interface with addresses and a multicast route, and no packet
leaves. It takes neither root nor the `ip` command, only a kernel that grants user namespaces.
"""

import ctypes
import os
import socket
import struct
import sys
from pathlib import Path

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000

# linux/rtnetlink.h, linux/if_link.h, linux/if_addr.h
RTM_NEWLINK, RTM_NEWADDR, RTM_NEWROUTE = 16, 20, 24
NLM_F_REQUEST, NLM_F_ACK, NLM_F_EXCL, NLM_F_CREATE = 0x1, 0x4, 0x200, 0x400
NLMSG_ERROR = 2
IFLA_IFNAME, IFLA_LINKINFO, IFLA_INFO_KIND = 3, 18, 1
IFA_ADDRESS, IFA_LOCAL, IFA_F_NODAD = 1, 2, 2
RTA_DST, RTA_OIF = 1, 4
RT_TABLE_MAIN, RTPROT_BOOT, RT_SCOPE_LINK, RTN_UNICAST = 254, 3, 253, 1
IFF_UP = 1

KINDS = ("dummy", "veth")
INTERFACE = "eth0"
IPV4, IPV6 = ("192.0.2.2", 24), ("fd00::2", 64)
MULTICAST = ("224.0.0.0", 4)


def enter() -> str:
    """Move this process, which must have one thread, into a network of its own.

    Returns an empty text, or why that cannot be done here.
    """
    if not sys.platform.startswith("linux"):
        return "network namespaces are a thing of Linux"
    try:
        _unshare()
        _build()
    except OSError as error:
        return f"no user and network namespace of our own: {error.strerror}"
    return ""


def _unshare() -> None:
    user, group = os.getuid(), os.getgid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def _build() -> None:
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as netlink:
        netlink.bind((0, 0))
        _set_up(netlink, "lo")
        _add_interface(netlink)
        _set_up(netlink, INTERFACE)
        _add_address(netlink, socket.AF_INET, *IPV4)
        _add_address(netlink, socket.AF_INET6, *IPV6)
        _add_route(netlink, *MULTICAST)


def _add_interface(netlink: socket.socket) -> None:
    for kind in KINDS:
        body = _link(0, 0) + _attribute(IFLA_IFNAME, INTERFACE.encode() + b"\0")
        body += _attribute(IFLA_LINKINFO, _attribute(IFLA_INFO_KIND, kind.encode()))
        try:
            _ask(netlink, RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, body)
        except OSError:
            if kind == KINDS[-1]:
                raise
            continue
        for index, name in socket.if_nameindex():
            if name not in ("lo", INTERFACE):  # the other end of a veth
                _ask(netlink, RTM_NEWLINK, 0, _link(index, IFF_UP))
        return


def _set_up(netlink: socket.socket, name: str) -> None:
    _ask(netlink, RTM_NEWLINK, 0, _link(socket.if_nametoindex(name), IFF_UP))


def _add_address(netlink: socket.socket, family: int, address: str, prefix: int) -> None:
    packed = socket.inet_pton(family, address)
    body = struct.pack("=BBBBi", family, prefix, IFA_F_NODAD, 0, socket.if_nametoindex(INTERFACE))
    body += _attribute(IFA_LOCAL, packed) + _attribute(IFA_ADDRESS, packed)
    _ask(netlink, RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, body)


def _add_route(netlink: socket.socket, network: str, prefix: int) -> None:
    body = struct.pack(
        "=BBBBBBBBI",
        *(socket.AF_INET, prefix, 0, 0),
        *(RT_TABLE_MAIN, RTPROT_BOOT, RT_SCOPE_LINK, RTN_UNICAST, 0),
    )
    body += _attribute(RTA_DST, socket.inet_aton(network))
    body += _attribute(RTA_OIF, struct.pack("=i", socket.if_nametoindex(INTERFACE)))
    _ask(netlink, RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL, body)


def _link(index: int, flags: int) -> bytes:
    return struct.pack("=BxHiII", socket.AF_UNSPEC, 0, index, flags, flags)


def _attribute(kind: int, data: bytes) -> bytes:
    return struct.pack("=HH", 4 + len(data), kind) + data + bytes(-len(data) % 4)


def _ask(netlink: socket.socket, kind: int, flags: int, body: bytes) -> None:
    """Send one request and wait for the kernel's answer."""
    flags |= NLM_F_REQUEST | NLM_F_ACK
    netlink.send(struct.pack("=IHHII", 16 + len(body), kind, flags, 1, 0) + body)
    answer = netlink.recv(65536)
    _, answered, _, _, _ = struct.unpack_from("=IHHII", answer)
    code = -struct.unpack_from("=i", answer, 16)[0] if answered == NLMSG_ERROR else 0
    if code:
        raise OSError(code, os.strerror(code))
