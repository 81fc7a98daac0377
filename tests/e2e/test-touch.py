#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks, strokes, pinches and long presses by fingers, on a screen of GTK's Broadway server.

    gui-env /usr/bin/python3 test-touch.py BODYCHART

There is no accessibility bus on that screen. So the program shows itself once on the X display too, in the same size,
to tell where everything is in its window. What the fingers did is read from the saved chart.
"""
import math
import os
import subprocess
import sys
import time

from charting import Saved, Window, atspi, covers, equal, extents, points, run_steps, time_of, wait_newer

import broadway

# GTK makes the window as large as it likes on its screen with fingers; on X it has this frame of its own around it.
FRAME = 10
# On the screen with fingers the surface also holds the shadow around the window, this wide on every side.
SHADOW = 61
SETTINGS = '[io/github/bodychart/Bodychart]\nwindow-width={}\nwindow-height={}\n'
REGION = 'Upper buttock, right'
PATIENCE = 20
CONTROL = 4                     # GDK_CONTROL_MASK
ALT = 8                         # GDK_ALT_MASK


class Touch:
  def __init__ (self, program, folder):
    self.program = program
    self.folder = folder
    self.chart = folder / 'touched.bodychart'
    self.window = None
    self.screen = None
    self.touched = None         # the program on the screen with fingers

  def settings (self, width, height):
    """The environment of a program that shall have a window of that size."""
    folder = self.folder / 'glib-2.0' / 'settings'
    folder.mkdir (parents=True, exist_ok=True)
    (folder / 'keyfile').write_text (SETTINGS.format (width, height), encoding='utf-8')
    return dict (os.environ, GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=str (self.folder))

  # --- places, in pixels of the screen ---

  def look (self):
    """a window of the same size on X tells where all is"""
    width, height = self.window_size ()
    self.window = Window (self.program, self.chart, env=self.settings (width + FRAME, height + FRAME))
    frame = self.window.app.window_of (self.window.region (REGION))
    self.window.app.wait (lambda: extents (frame)[2:] == (width, height),
                          f'a window of {width}x{height}; it has {extents (frame)}')
    self.settle ()
    self.places = {(view, name): extents (node) for view, regions in self.window.views.items ()
                   for name, node in regions.items ()}
    self.window.close ()
    self.window = None

  def settle (self):
    """Waits until the figure stays where it is."""
    seen = []

    def same ():
      seen.append ([extents (node) for node in self.window.views['Body: Back'].values ()])
      return len (seen) > 1 and seen[-1] == seen[-2]
    self.window.app.wait (same, 'a figure that stays where it is')

  def at (self, name, across=0.5, down=0.5, view='Back'):
    x, y, width, height = self.places[f'Body: {view}', name]
    return SHADOW + round (x + width * across), SHADOW + round (y + height * down)

  def line (self, start, end, steps=10):
    return [(round (start[0] + (end[0] - start[0]) * i / steps), round (start[1] + (end[1] - start[1]) * i / steps))
            for i in range (steps + 1)]

  def save (self):
    before = time_of (self.chart)
    self.screen.key (ord ('s'), CONTROL)
    wait_newer (self.chart, before, 'the saved chart', PATIENCE)
    return Saved (self.chart)

  # --- the steps ---

  def start (self):
    """the window opens on a screen with fingers"""
    self.screen = broadway.Screen (1400, 900).__enter__ ()
    # Without a session bus, on which the two programs would find each other and become one.
    environment = dict (self.screen.environment (), DBUS_SESSION_BUS_ADDRESS='disabled:')
    self.touched = subprocess.Popen ([self.program, str (self.chart)], env=environment)
    self.wait (lambda: self.window_size ()[0] > 500, lambda: f'expected a window, found {self.window_size ()}')
    equal ((self.screen.window ().x, self.screen.window ().y), (0, 0), 'the corner of the window')

  def window_size (self):
    surface = self.screen.window ()
    return surface.width - 2 * SHADOW, surface.height - 2 * SHADOW

  def wait (self, test, message):
    end = time.monotonic () + PATIENCE
    while not test ():
      if self.touched.poll () is not None:
        raise atspi.Failure (f'the program ended with status {self.touched.returncode}')
      if time.monotonic () > end:
        raise atspi.Failure (message ())
      time.sleep (0.05)

  def tap (self):
    """a tap marks a region"""
    self.screen.tap (*self.at (REGION))
    equal (self.save ().marks (1), {'buttock-upper-right': 'site'}, 'marks after a tap')

  def menus (self):
    return [surface for surface in list (self.screen.surfaces.values ())
            if surface.visible and surface is not self.screen.window () and surface.width > 50]

  def long_press (self):
    """a long press opens a menu, and marks nothing"""
    equal (self.menus (), [], 'menus before')
    place = self.at ('Lower shoulder blade, left')
    surface = self.screen.touch (broadway.DOWN, *place)
    try:
      self.wait (self.menus, lambda: 'expected a menu after a long press, found none')
    finally:
      self.screen.touch (broadway.UP, *place, surface=surface)
    self.screen.tap (*self.at ('Crown of the head, left', -2.5))    # beside the figure: closes the menu
    self.wait (lambda: not self.menus (), lambda: 'expected the menu closed by a tap beside it')

  def stroke (self):
    """one finger draws a stroke; the long press before it has marked nothing"""
    self.screen.key (ord ('b'), ALT)        # the strip makes room for P1, so its tools are no longer where they were
    self.way = self.line (self.at ('Loin, left', 0.4, 0.7), self.at ('Loin, right', 0.6, 0.7))
    self.screen.drag (self.way)
    drawn = self.save ()
    equal (drawn.marks (1), {'buttock-upper-right': 'site'}, 'marks')
    equal (len (drawn.strokes (1)), 1, 'strokes')
    found = covers (drawn.strokes (1)[0])
    for region in ('loin-left', 'lumbar-lower-left', 'lumbar-lower-right', 'loin-right'):
      assert found.get (region, 0) > 0.05, f'expected more than 0.05 of {region}, found {found}'
    self.length = self.length_of (drawn.strokes (1)[0])

  def length_of (self, stroke):
    line = points (stroke)
    return math.dist (line[0], line[-1])

  def second_finger (self):
    """a second finger gives up the stroke of the first"""
    thigh = self.line (self.at ('Back of the thigh, upper, left', 0.5, 0.1),
                       self.at ('Back of the thigh, lower, left', 0.5, 0.9))
    surface = self.screen.touch (broadway.DOWN, *thigh[0])
    for place in thigh[1:]:
      self.screen.touch (broadway.MOVED, *place, surface=surface)
      time.sleep (0.02)                     # a finger moves no faster
    beside = self.at ('Back of the thigh, upper, right')
    self.screen.touch (broadway.DOWN, *beside, finger=2, surface=surface, main=False)
    self.screen.touch (broadway.UP, *beside, finger=2, surface=surface, main=False)
    self.screen.touch (broadway.UP, *thigh[-1], surface=surface)
    self.screen.key (ord ('0'), CONTROL)    # the whole figure again, wherever two fingers have moved it
    blade = self.line (self.at ('Lower shoulder blade, right', 0.3), self.at ('Lower shoulder blade, right', 0.7))
    self.screen.drag (blade)                # what is drawn after it is there, so the other was not late
    drawn = self.save ()
    equal (len (drawn.strokes (1)), 2, 'strokes: the first and that on the shoulder blade')
    found = covers (drawn.strokes (1)[1])
    equal ([region for region in found if region.startswith ('thigh')], [], 'regions of the stroke given up')

  def pinch (self):
    """two fingers zoom and draw nothing; what is drawn after it is smaller on the body"""
    x, y = self.at ('Lower low back, right', 0, 0.5)
    self.screen.drag_two (self.line ((x - 40, y), (x - 90, y)), self.line ((x + 40, y), (x + 90, y)))
    self.screen.drag (self.line ((x - 30, y), (x + 30, y)))
    drawn = self.save ()
    equal (len (drawn.strokes (1)), 3, 'strokes: two before, one after the pinch')
    last = drawn.strokes (1)[2]
    found = covers (last)
    assert {'lumbar-lower-left', 'lumbar-lower-right'} <= set (found), f'expected the low back, found {found}'
    before = self.length / math.dist (self.way[0], self.way[-1])
    after = self.length_of (last) / 60
    assert 1.8 < before / after < 2.8, f'expected about 90/40 times as large, found {before / after:.2f}'
    equal (drawn.marks (1), {'buttock-upper-right': 'site'}, 'marks')

  def leave (self):
    """the program is still there and ends when asked"""
    equal (self.touched.poll (), None, 'status')
    self.touched.terminate ()
    status = self.touched.wait (PATIENCE)
    assert status in (0, -15), f'expected a quiet end, found status {status}'

  def close (self):
    if self.touched and self.touched.poll () is None:
      self.touched.kill ()
      self.touched.wait ()
    if self.screen:
      self.screen.__exit__ ()

  def steps (self):
    return [self.start, self.look, self.tap, self.long_press, self.stroke, self.second_finger, self.pinch, self.leave]


if __name__ == '__main__':
  if not broadway.is_available ():
    print (f'1..0 # SKIP {broadway.SERVER} of package libgtk-4-bin is missing')
    sys.exit (0)
  sys.exit (run_steps (Touch, os.path.abspath (sys.argv[1])))
