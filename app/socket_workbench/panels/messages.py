"""Ids of what panels tell their user; the sentences stand in the ui package."""

from enum import StrEnum


class Message(StrEnum):
    """One situation each; the comment names the values that go with it."""

    HOST_MISSING = "hostMissing"
    HOST_HAS_SPACES = "hostHasSpaces"  # host
    PORT_MISSING = "portMissing"
    PORT_INVALID = "portInvalid"  # port: the text as typed
    CONNECT_FAILED = "connectFailed"  # host, port
    CONNECT_CANCELLED = "connectCancelled"  # host, port, seconds
    PEER_CLOSED = "peerClosed"  # host, port
    PEER_FINISHED = "peerFinished"  # host, port; we can still send
    CONNECTION_LOST = "connectionLost"  # host, port
    SEND_FAILED = "sendFailed"  # bytes, host, port
    SEND_ABANDONED = "sendAbandoned"  # bytes
    OPTION_REFUSED = "optionRefused"  # call: as one would write it in code
    SOCKET_GONE = "socketGone"  # socket: its label
    CALL_FAILED = "callFailed"  # method, text: the API's own words
    FILE_UNDER_WAY = "fileUnderWay"  # path: the one that has to wait
    FILE_UNREADABLE = "fileUnreadable"  # path; the cause is the errno's name

    # TCP client
    UNEXPECTED = "unexpected"  # action, text: what Python said
    TLS_FAILED = "tlsFailed"  # host, port
    HANDSHAKE_CANCELLED = "handshakeCancelled"  # host, port, seconds
    PEER_CERTIFICATE_REFUSED = "peerCertificateRefused"  # host, port
    PEER_CERTIFICATE_UNSEEN = "peerCertificateUnseen"  # host, port; the look at it failed
    PEER_CERTIFICATE_UNREADABLE = "peerCertificateUnreadable"  # host, port, text
    PEER_CERTIFICATE_SAVED = "peerCertificateSaved"  # path
    PEER_CERTIFICATE_NOT_SAVED = "peerCertificateNotSaved"  # path; the cause is the errno's name
    CA_FILE_UNREADABLE = "caFileUnreadable"  # path; the cause is the errno's name
    CA_FILE_WRONG = "caFileWrong"  # path
    RETRIES_USED_UP = "retriesUsedUp"  # host, port, attempts

    # The legacy panel
    CALL_GAVE_ERROR = "callGaveError"  # method; the notice has the code
    CALLBACK_DROPPED = "callbackDropped"  # method

    # The TCP server panel
    ADDRESS_MISSING = "addressMissing"
    ADDRESS_NO_LITERAL = "addressNoLiteral"  # address: the text as typed
    LISTEN_PORT_INVALID = "listenPortInvalid"  # port: the text as typed
    LISTEN_FAILED = "listenFailed"  # host, port
    LISTENER_GONE = "listenerGone"  # socket: its label
    ACCEPT_FAILED = "acceptFailed"
    HANDSHAKE_FAILED = "handshakeFailed"  # host, port: the client's
    NO_CLIENTS = "noClients"
    CLIENT_GONE = "clientGone"  # host, port
    SENT_TO_SOME = "sentToSome"  # sent, clients, bytes, host, port: the first that failed
    RULE_STOPPED = "ruleStopped"  # rule: its name or number, bytes: what it looked at
    CERTIFICATE_NOT_CHOSEN = "certificateNotChosen"
    CERTIFICATE_UNREADABLE = "certificateUnreadable"  # path; the cause is the errno's name
    CERTIFICATE_MISSING = "certificateMissing"  # path
    KEY_MISSING = "keyMissing"  # path
    KEY_OTHER = "keyOther"
    CERTIFICATE_PASSWORD_MISSING = "certificatePasswordMissing"  # path
    CERTIFICATE_PASSWORD_WRONG = "certificatePasswordWrong"  # path
    CERTIFICATE_REFUSED = "certificateRefused"

    # The UDP and the multicast panel
    BIND_ADDRESS_MISSING = "bindAddressMissing"
    BIND_ADDRESS_WRONG = "bindAddressWrong"  # address: the text as typed
    BIND_PORT_INVALID = "bindPortInvalid"  # port: the text as typed
    BIND_FAILED = "bindFailed"  # host, port
    DATAGRAM_HOST_MISSING = "datagramHostMissing"
    DATAGRAM_PORT_MISSING = "datagramPortMissing"
    DATAGRAM_FAILED = "datagramFailed"  # bytes, host, port
    DATAGRAMS_LOST = "datagramsLost"  # count, limit: bytes of the largest that is taken
    RECEIVE_FAILED = "receiveFailed"
    DATAGRAM_SOCKET_GONE = "datagramSocketGone"  # socket: its label
    GROUP_MISSING = "groupMissing"
    GROUP_WRONG = "groupWrong"  # group: the text as typed
    GROUP_JOINED_ALREADY = "groupJoinedAlready"  # group
    JOIN_FAILED = "joinFailed"  # group, adapter: empty where the system chose
    LEAVE_FAILED = "leaveFailed"  # group

    # The script panel
    SCRIPT_FAILED = "scriptFailed"  # text, file, line: where it was thrown while loading
    SCRIPT_CALL_REFUSED = "scriptCallRefused"  # method, modern: the call that took its place
    SCRIPT_MEMORY = "scriptMemory"  # megabytes: the limit
    SCRIPT_DIED = "scriptDied"  # text: what its process said
    SCRIPT_APP_INVALID = "scriptAppInvalid"  # text: Chromium's, file, line
    SCRIPT_NOT_SAVED = "scriptNotSaved"  # path; the cause is the errno's name
    SCRIPT_COMPAT_LATER = "scriptCompatLater"


class Severity(StrEnum):
    """How bad a notice is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Offer(StrEnum):
    """What a notice offers to do about it, as a button."""

    NONE = ""
    SHOW_CERTIFICATE = "showCertificate"


class Field(StrEnum):
    """An input of a panel that a notice can point at."""

    NONE = ""
    HOST = "host"
    PORT = "port"
    PEER_PORT = "peerPort"
    GROUP = "group"
    ADDRESS = "address"
    CERTIFICATE = "certificate"
