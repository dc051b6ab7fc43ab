#SPDX - License - Identifier : Apache - 2.0
"""A network camera that speaks RTSP, on 127.0.0.1: rtsp_server.py (jpeg|h264) PORT [USER PASSWORD]

It shows a ball that moves before grey, 20 pictures a second. All who look at the same time see the same stream, as from a
camera, in h264 with a key frame each 5 seconds. PORT 0: any that is free. Prints its port once it takes connections, and
runs until it is killed.
"""

import sys

import gi

for library in ("Gst", "GstRtsp", "GstRtspServer"):
    gi.require_version(library, "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer

PICTURES = (
    "videotestsrc is-live=true pattern=ball background-color=0xff646464"
    " ! video/x-raw,width=320,height=240,framerate=20/1 ! videoconvert"
)
CODINGS = {
    "jpeg": "video/x-raw,format=I420 ! jpegenc ! rtpjpegpay name=pay0",
    "h264": "openh264enc gop-size=100 ! h264parse ! rtph264pay name=pay0 config-interval=1",
}
ROLE = "guest"


def lock(server, camera, user, password):
    permissions = GstRtspServer.RTSPPermissions()
    for permission in (
        GstRtspServer.RTSP_PERM_MEDIA_FACTORY_ACCESS,
        GstRtspServer.RTSP_PERM_MEDIA_FACTORY_CONSTRUCT,
    ):
        permissions.add_permission_for_role(ROLE, permission, True)
    camera.set_permissions(permissions)
    token = GstRtspServer.RTSPToken()
    token.set_string(GstRtspServer.RTSP_TOKEN_MEDIA_FACTORY_ROLE, ROLE)
    auth = GstRtspServer.RTSPAuth()
    auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
    auth.add_digest(user, password, token)
    server.set_auth(auth)


coding, port, *user_and_password = sys.argv[1:]
Gst.init(None)
camera = GstRtspServer.RTSPMediaFactory()
camera.set_shared(True)
camera.set_launch(f"( {PICTURES} ! {CODINGS[coding]} )")
server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service(port)
server.get_mount_points().add_factory("/live", camera)
if user_and_password:
    lock(server, camera, *user_and_password)
if not server.attach(None):
    sys.exit(f"Port {port} can't be had.")
print(server.get_bound_port(), flush=True)
GLib.MainLoop().run()
