#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Unsaved work after the program was killed, and after it was ended by the system, as its user finds it.

    gui-env /usr/bin/python3 test-recovery.py BODYCHART
"""
import os
import re
import signal
import stat
import sys
import time
from pathlib import Path

from charting import Saved, Window, atspi, equal, run_steps, wait_newer

MARKED = 'Upper buttock, right'
LATER = 'Great toe, right'


class Recovery:
  def __init__ (self, program, folder):
    self.program = program
    self.chart = folder / 'visit.bodychart'
    self.folder = Path (os.environ['XDG_STATE_HOME']) / 'bodychart' / 'recovery'
    self.window = None

  def journals (self):
    return list (self.folder.glob ('*.journal'))

  def wait_journal (self, than=0):
    end = time.monotonic () + 20
    while not any (path.stat ().st_mtime_ns > than for path in self.journals ()):
      assert time.monotonic () < end, 'no journal was written'
      time.sleep (0.05)

  def mark (self, name):
    self.window.app.act (self.window.shown (name)[0], 'region.toggle')
    self.window.app.wait (lambda: self.window.is_marked (name), f'{name} marked')

  def start_empty (self):
    """What is being closed without a chart cannot hold a figure, so this is no Window."""
    app = atspi.App ([self.program])
    app.get ('push button', 'New chart')
    return app

  def edit (self):
    """an edit is put down without being saved, for the owner only"""
    self.window = Window (self.program, self.chart)
    self.mark (MARKED)
    self.wait_journal ()
    equal ([oct (stat.S_IMODE (path.stat ().st_mode)) for path in self.journals ()], ['0o600'], 'mode')
    assert not self.chart.exists ()

  def kill (self):
    """the program is killed, and the next start offers the work, also where it opens another chart"""
    self.window.app.process.send_signal (signal.SIGKILL)
    self.window.app.process.wait ()
    self.window = Window (self.program, self.chart.with_name ('other.bodychart'))
    self.window.app.get ('label', 'There is unsaved work from before')
    self.window.app.key ('ctrl+q')
    equal (self.window.app.wait_end (), 0, 'status')
    self.app = self.start_empty ()
    self.app.get ('push button', 'Restore')
    self.app.get ('push button', 'Discard…')

  def kill_again (self):
    """killed a second time, right after the work was restored, it is offered again"""
    self.app.act (self.app.get ('push button', 'Restore'))
    self.app.wait (lambda: self.app.find ('check box', MARKED), 'the regions')
    self.app.process.send_signal (signal.SIGKILL)
    self.app.process.wait ()
    self.app.close ()
    self.app = self.start_empty ()
    self.app.get ('push button', 'Restore')

  def restore (self):
    """it is restored, and can be saved where it belongs"""
    self.app.act (self.app.get ('push button', 'Restore'))
    self.app.wait (lambda: self.app.find ('check box', MARKED), 'the regions')
    self.app.key ('ctrl+s')
    wait_newer (self.chart, 0, 'the saved chart')
    equal (list (Saved (self.chart).marks (1)), ['buttock-upper-right'], 'marks')
    self.app.wait (lambda: not self.journals (), 'the journal removed')
    self.app.key ('ctrl+q')
    equal (self.app.wait_end (), 0, 'status')

  def end (self):
    """ended by the system, the program asks nothing and keeps the work of this very moment"""
    self.window = Window (self.program, self.chart)
    self.mark (LATER)
    self.window.app.process.send_signal (signal.SIGTERM)
    equal (self.window.app.wait_end (), 0, 'status')
    equal (len (self.journals ()), 1, 'journals')
    equal (list (Saved (self.chart).marks (1)), ['buttock-upper-right'], 'marks in the file')

  def discard (self):
    """what is not wanted is discarded, after a question"""
    self.app = self.start_empty ()
    self.app.act (self.app.get ('push button', 'Discard…'))
    dialog = self.app.get ('dialog')
    self.app.act (self.app.get ('push button', re.compile ('Discard'), dialog))
    self.app.wait (lambda: not self.journals (), 'the journal removed')
    self.app.wait (lambda: not self.app.find ('push button', 'Restore'), 'the offer gone')
    self.app.key ('ctrl+q')
    equal (self.app.wait_end (), 0, 'status')

  def steps (self):
    return [self.edit, self.kill, self.kill_again, self.restore, self.end, self.discard]

  def close (self):
    if hasattr (self, 'app'):
      self.app.close ()


if __name__ == '__main__':
  sys.exit (run_steps (Recovery, os.path.abspath (sys.argv[1])))
