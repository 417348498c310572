"""Socket Workbench without a face: networking, capture, sessions and panel behaviour; no Qt."""
