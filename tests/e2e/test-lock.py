#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The locked window as a screen reader and the keyboard find it.

    gui-env /usr/bin/python3 test-lock.py BODYCHART
"""
import os
import sys

from gi.repository import GLib

from charting import Window, atspi, equal, run_steps

MARKED = 'Upper buttock, right'


class Lock:
  def __init__ (self, program, folder):
    self.program = program
    self.chart = folder / 'visit.bodychart'
    self.window = None

  def words (self):
    """Names and texts of the whole tree."""
    words = []
    for node, _depth in self.window.app.walk ():
      try:
        words.append (node.get_name () or '')
        text = node.get_text_iface ()
        if text:
          words.append (atspi.Atspi.Text.get_text (text, 0, -1))
      except GLib.Error:
        pass                    # it left while we looked
    return '\n'.join (words)

  def locked (self):
    return self.window.app.find ('push button', 'Locked. Click or press a key to go on')

  def lock (self):
    """by its key the window hides the patient, from a screen reader too"""
    self.window = Window (self.program, self.chart)
    app = self.window.app
    app.act (self.window.shown (MARKED)[0], 'region.toggle')
    app.wait (lambda: self.window.is_marked (MARKED), f'{MARKED} marked')
    assert 'buttock' in self.words () and 'visit' in self.words ()
    app.key ('ctrl+shift+l')
    app.wait (self.locked, 'the lock')
    words = self.words ()
    assert 'buttock' not in words and 'visit' not in words, words

  def key (self):
    """keys of commands do nothing unseen, any other key only opens the window"""
    app = self.window.app
    app.key ('ctrl+z')
    app.key ('ctrl+s')
    assert self.locked ()
    app.key ('space')
    app.wait (lambda: not self.locked (), 'the window opened')
    app.skipped.clear ()
    app.wait (lambda: self.window.is_marked (MARKED), f'{MARKED} still marked')
    assert not self.chart.exists ()

  def click (self):
    """a click opens it, and what was done last can still be undone and saved"""
    app = self.window.app
    app.key ('ctrl+shift+l')
    app.click (app.wait (self.locked, 'the lock'))
    app.wait (lambda: not self.locked (), 'the window opened')
    app.wait (lambda: self.window.is_marked (MARKED), f'{MARKED} still marked')
    app.key ('ctrl+s')
    app.wait (self.chart.exists, 'the saved chart')
    app.key ('ctrl+q')
    equal (app.wait_end (), 0, 'status')

  def steps (self):
    return [self.lock, self.key, self.click]


if __name__ == '__main__':
  sys.exit (run_steps (Lock, os.path.abspath (sys.argv[1])))
