# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen with fingers for tests: X servers without hardware have no touch, GTK's own Broadway server has.

    with Screen (1400, 900) as screen:
      program = subprocess.Popen ([...], env=screen.environment ())
      screen.tap (x, y)
      screen.drag ([(x, y), ...], finger=1)

The server is gtk4-broadwayd of package libgtk-4-bin. We are what a browser is to it: a WebSocket over which it sends
drawing orders, which are skipped, and takes events. The protocol is that of GTK 4.8; is_available() looks for it.
"""
import os
import shutil
import socket
import struct
import subprocess
import tempfile
import threading
import time
from pathlib import Path

SERVER = 'gtk4-broadwayd'
PATIENCE = 20

# Orders of the server that matter here, with the layout of what follows each; the rest is skipped by its layout.
GRAB, UNGRAB, NEW, SHOW, HIDE, RAISE, LOWER, DESTROY, MOVE_RESIZE, TRANSIENT, DISCONNECTED, UPDATE, KEYBOARD, \
  UPLOAD, RELEASE, NODES, ROUNDTRIP = range (17)
FIXED = {GRAB: '<HB', UNGRAB: '', NEW: '<HhhHH', SHOW: '<H', HIDE: '<H', RAISE: '<H', LOWER: '<H', DESTROY: '<H',
         TRANSIENT: '<HH', DISCONNECTED: '', UPDATE: '<H', KEYBOARD: '<H', RELEASE: '<I', ROUNDTRIP: '<HI'}

# Events that we send.
ENTER, LEAVE, MOVE, PRESS, LET_GO, TOUCH, SCROLL, KEY, KEY_UP, GRABBED, UNGRABBED, CONFIGURED, SCREEN_SIZE, FOCUS, \
  ROUNDTRIP_DONE = range (15)
DOWN, MOVED, UP = range (3)


def is_available ():
  return shutil.which (SERVER) is not None


class Surface:
  """A window or popover on the screen."""

  def __init__ (self, number, x, y, width, height):
    self.number, self.x, self.y, self.width, self.height = number, x, y, width, height
    self.visible = False


class Screen:
  def __init__ (self, width, height):
    self.width, self.height = width, height
    self.surfaces = {}          # number to Surface, the lowest first
    self.serial = 0
    self.lock = threading.Lock ()
    self.failure = None
    self.folder = tempfile.TemporaryDirectory (prefix='bodychart-screen-')
    self.server = None
    self.link = None

  def __enter__ (self):
    path = Path (self.folder.name) / 'web'
    self.runtime = Path (self.folder.name) / 'run'
    self.runtime.mkdir (mode=0o700)
    self.server = subprocess.Popen ([SERVER, '--unixsocket', str (path), ':7'], stdout=subprocess.DEVNULL,
                                    env=dict (os.environ, XDG_RUNTIME_DIR=str (self.runtime),
                                             XDG_CACHE_HOME=str (self.runtime)))
    self._connect (path)
    self.thread = threading.Thread (target=self._read, daemon=True)
    self.thread.start ()
    self._send (SCREEN_SIZE, self.width, self.height, 1)
    return self

  def __exit__ (self, *_exception):
    if self.link:
      self.link.close ()
    self.server.terminate ()
    self.server.wait (PATIENCE)
    self.folder.cleanup ()

  def environment (self):
    """For a program that shall be shown here."""
    # GTK 4.8 knows the accessibility bus on X and Wayland only, and would warn of it for each widget.
    return dict (os.environ, GDK_BACKEND='broadway', GSK_RENDERER='broadway', BROADWAY_DISPLAY=':7',
                 GTK_A11Y='none', XDG_RUNTIME_DIR=str (self.runtime),
                 XDG_CACHE_HOME=str (self.runtime))

  # --- the WebSocket (RFC 6455) ---

  def _connect (self, path):
    end = time.monotonic () + PATIENCE
    while True:
      self.link = socket.socket (socket.AF_UNIX)
      try:
        self.link.connect (str (path))
        break
      except OSError:
        self.link.close ()
        if time.monotonic () > end:
          raise
        time.sleep (0.05)
    self.link.sendall (b'GET /socket HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n'
                       b'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: broadway\r\n'
                       b'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: Ym9keWNoYXJ0LXRvdWNoLQ==\r\n\r\n')
    answer = b''
    while not answer.endswith (b'\r\n\r\n'):
      answer += self._take (1)
    if b' 101 ' not in answer.split (b'\r\n')[0]:
      raise OSError (f'{SERVER} refused: {answer!r}')

  def _take (self, count):
    data = b''
    while len (data) < count:
      part = self.link.recv (count - len (data))
      if not part:
        raise EOFError
      data += part
    return data

  def _read_message (self):
    data = b''
    while True:
      first, second = self._take (2)
      length = second & 127
      if length == 126:
        length, = struct.unpack ('>H', self._take (2))
      elif length == 127:
        length, = struct.unpack ('>Q', self._take (8))
      part = self._take (length)
      if first & 15 in (0, 1, 2):
        data += part
        if first & 128:
          return data
      elif first & 15 == 8:
        raise EOFError

  def _send (self, event, *numbers):
    # Clients have to mask what they send; a mask of zeros does.
    payload = struct.pack (f'>{3 + len (numbers)}i', event, self.serial, 0, *numbers)
    assert len (payload) < 126
    with self.lock:
      self.link.sendall (bytes ([130, 128 | len (payload), 0, 0, 0, 0]) + payload)

  # --- orders of the server ---

  def _read (self):
    try:
      while True:
        self._obey (self._read_message ())
    except (EOFError, OSError):
      pass
    except Exception as failure:    # a protocol that we do not know: tests say so instead of waiting
      self.failure = failure

  def _obey (self, data):
    at = 0
    while at < len (data):
      order, self.serial = struct.unpack_from ('<BI', data, at)
      at += 5
      if order in (UPLOAD, NODES):
        layout = '<II' if order == UPLOAD else '<HI'
        size = struct.unpack_from (layout, data, at)[1]
        at += struct.calcsize (layout) + size * (1 if order == UPLOAD else 4)
      elif order == MOVE_RESIZE:
        at = self._move_resize (data, at)
      else:
        self._do (order, *struct.unpack_from (FIXED[order], data, at))
        at += struct.calcsize (FIXED[order])

  def _move_resize (self, data, at):
    number, parts = struct.unpack_from ('<HB', data, at)
    at += 3
    surface = self.surfaces[number]
    if parts & 1:
      surface.x, surface.y = struct.unpack_from ('<hh', data, at)
      at += 4
    if parts & 2:
      surface.width, surface.height = struct.unpack_from ('<HH', data, at)
      at += 4
    self._send (CONFIGURED, number, surface.x, surface.y, surface.width, surface.height)
    return at

  def _do (self, order, *values):
    if order == NEW:
      self.surfaces[values[0]] = Surface (*values)
    elif order in (SHOW, HIDE):
      self.surfaces[values[0]].visible = order == SHOW
    elif order == RAISE:
      self.surfaces[values[0]] = self.surfaces.pop (values[0])
    elif order == DESTROY:
      self.surfaces.pop (values[0], None)
    elif order == ROUNDTRIP:
      self._send (ROUNDTRIP_DONE, *values)

  # --- fingers ---

  def _surface_at (self, x, y):
    if self.failure:
      raise self.failure
    hit = None
    for surface in list (self.surfaces.values ()):
      if surface.visible and 0 <= x - surface.x < surface.width and 0 <= y - surface.y < surface.height:
        hit = surface
    return hit

  def window (self):
    """The largest visible surface, once there is one."""
    end = time.monotonic () + PATIENCE
    while time.monotonic () < end:
      if self.failure:
        raise self.failure
      shown = [surface for surface in list (self.surfaces.values ()) if surface.visible]
      if shown:
        return max (shown, key=lambda surface: surface.width * surface.height)
      time.sleep (0.05)
    raise TimeoutError ('no window appeared')

  def touch (self, kind, x, y, finger=1, surface=None, main=True):
    """One event of one finger, at a place on the screen. The main finger is the one that came first."""
    surface = surface or self._surface_at (x, y)
    if surface is None:
      raise ValueError (f'nothing is shown at {x}, {y}')
    if kind == DOWN and main:
      self._send (ENTER, surface.number, surface.number, x, y, x - surface.x, y - surface.y, 0, 0)
    self._send (TOUCH, kind, surface.number, finger, int (main), x, y, x - surface.x, y - surface.y, 0)
    return surface

  def key (self, value, modifiers=0):
    """A key, by its value and modifiers as GDK numbers them, to the window that has the focus."""
    self._send (KEY, value, modifiers)
    self._send (KEY_UP, value, modifiers)

  def tap (self, x, y):
    surface = self.touch (DOWN, x, y)
    time.sleep (0.05)
    self.touch (UP, x, y, surface=surface)
    time.sleep (0.05)

  def press (self, x, y, seconds):
    """A long press."""
    surface = self.touch (DOWN, x, y)
    time.sleep (seconds)
    self.touch (UP, x, y, surface=surface)
    time.sleep (0.05)

  def drag (self, points, pause=0.02):
    """One finger along some points."""
    surface = self.touch (DOWN, *points[0])
    for point in points[1:]:
      time.sleep (pause)
      self.touch (MOVED, *point, surface=surface)
    time.sleep (pause)
    self.touch (UP, *points[-1], surface=surface)
    time.sleep (0.05)

  def drag_two (self, first, second, pause=0.02):
    """Two fingers, each along its points; as many of one as of the other. They pan and pinch."""
    surface = self.touch (DOWN, *first[0], finger=1)
    time.sleep (pause)
    self.touch (DOWN, *second[0], finger=2, surface=surface, main=False)
    for one, other in zip (first[1:], second[1:]):
      time.sleep (pause)
      self.touch (MOVED, *one, finger=1, surface=surface)
      self.touch (MOVED, *other, finger=2, surface=surface, main=False)
    time.sleep (pause)
    self.touch (UP, *second[-1], finger=2, surface=surface, main=False)
    self.touch (UP, *first[-1], finger=1, surface=surface)
    time.sleep (0.05)
