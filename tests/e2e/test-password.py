#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A chart gets a password, is opened by it, and after a crash nothing of it lies about in clear text.

    gui-env /usr/bin/python3 test-password.py BODYCHART
"""
import os
import signal
import sys
import time
from pathlib import Path

from charting import Window, atspi, equal, run_steps, time_of, wait_newer

PASSWORD = 'sesame'
MARKED = 'Upper buttock, right'
LATER = 'Great toe, right'
MAGIC = b'bodychart-sealed'


class Password:
  def __init__ (self, program, folder):
    self.program = program
    self.chart = folder / 'visit.bodychart'
    self.folder = Path (os.environ['XDG_STATE_HOME']) / 'bodychart' / 'recovery'
    self.window = None

  def type (self, text):
    atspi.run ('xdotool', 'type', text)

  def mark (self, name):
    self.window.app.act (self.window.shown (name)[0], 'region.toggle')
    self.window.app.wait (lambda: self.window.is_marked (name), f'{name} marked')

  def confirm (self, app):
    """Return closes the dialog. GTK 4.8 must not be asked for its tree while it goes."""
    app.key ('Return')
    time.sleep (1)

  def save (self):
    before = time_of (self.chart)
    self.window.app.key ('ctrl+s')
    wait_newer (self.chart, before, 'the saved chart')

  def open (self):
    """The program, at the question for the password."""
    app = atspi.App ([self.program, str (self.chart)])
    app.get ('dialog')
    app.get ('label', 'Password')
    return app

  def set (self):
    """a chart that was saved gets a password; it and the version before are sealed"""
    self.window = Window (self.program, self.chart)
    self.mark (MARKED)
    self.save ()
    assert b'<chart' in self.chart.read_bytes ()
    self.window.app.key ('F10')
    time.sleep (0.5)
    self.window.app.key ('w')
    self.window.app.get ('label', 'New password')
    self.type (PASSWORD)
    self.window.app.key ('Tab')
    self.type (PASSWORD)
    self.confirm (self.window.app)
    self.window.app.get ('label', 'The password holds from the next save on')
    self.save ()
    for path in (self.chart, self.chart.with_name ('visit.bodychart~')):
      assert path.read_bytes ().startswith (MAGIC), path

  def crash (self):
    """what is not saved yet is put down sealed as well"""
    self.mark (LATER)
    end = time.monotonic () + 20
    while not list (self.folder.glob ('*.journal')):
      assert time.monotonic () < end, 'no journal was written'
      time.sleep (0.05)
    time.sleep (0.2)
    for path in self.folder.glob ('*.journal'):
      assert MAGIC in path.read_bytes () and b'<chart' not in path.read_bytes (), path
    self.window.app.process.send_signal (signal.SIGKILL)
    self.window.app.process.wait ()

  def wrong (self):
    """a wrong password is told, the right one opens the chart"""
    self.app = self.open ()
    self.type ('simsim')
    self.confirm (self.app)
    self.app.get ('label', 'Wrong Password')
    self.type (PASSWORD)
    self.confirm (self.app)
    self.app.wait (lambda: self.app.find ('check box', MARKED), 'the regions')
    self.app.key ('ctrl+q')
    equal (self.app.wait_end (), 0, 'status')

  def restore (self):
    """the unsaved work needs it too"""
    self.app = atspi.App ([self.program])
    self.app.act (self.app.get ('push button', 'Restore'))
    self.app.get ('label', 'Password')
    self.type (PASSWORD)
    self.confirm (self.app)
    self.app.wait (lambda: self.app.find ('check box', LATER), 'the regions')
    before = time_of (self.chart)
    self.app.key ('ctrl+s')
    wait_newer (self.chart, before, 'the saved chart')
    assert self.chart.read_bytes ().startswith (MAGIC)
    self.app.key ('ctrl+q')
    equal (self.app.wait_end (), 0, 'status')

  def steps (self):
    return [self.set, self.crash, self.wrong, self.restore]

  def close (self):
    if hasattr (self, 'app'):
      self.app.close ()


if __name__ == '__main__':
  sys.exit (run_steps (Password, os.path.abspath (sys.argv[1])))
