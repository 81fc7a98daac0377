#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The clinician's drawing beside the patient's: a region marked in each, the difference told, both in the file.

    gui-env /usr/bin/python3 test-drawings.py BODYCHART
"""
import sys

from charting import NAMESPACE, Saved, Window, atspi, equal, is_on, run_steps

SITE = 'Upper buttock, right'
MEANT = 'Shin, left'


class Drawings:
  def __init__ (self, program, folder):
    self.program = program
    self.chart = folder / 'two.bodychart'
    self.window = None

  def start (self):
    """the patient's pain is marked in an empty chart"""
    self.window = Window (self.program, self.chart)
    self.window.app.act (self.window.shown (SITE)[0], 'region.toggle')
    self.window.app.wait (lambda: self.window.is_marked (SITE), f'{SITE} marked')

  def switch (self):
    """a key shows the clinician's drawing, which begins as the patient's, and it is told"""
    self.window.app.key ('alt+u')
    self.window.app.wait (lambda: is_on (self.window.button ('Clinician’s drawing')), 'the switch pressed')
    self.window.wait_said ('Clinician’s drawing')
    assert self.window.is_marked (SITE)

  def mark (self):
    """a region marked there is the clinician's alone"""
    self.window.app.act (self.window.shown (MEANT)[0], 'region.toggle')
    self.window.app.wait (lambda: self.window.is_marked (MEANT), f'{MEANT} marked')
    self.window.app.act (self.window.shown (SITE)[0], 'region.toggle')
    self.window.app.wait (lambda: self.window.is_free (SITE), f'{SITE} free')
    self.window.press_button ('Patient’s drawing')
    self.window.app.wait (lambda: self.window.is_marked (SITE) and self.window.is_free (MEANT), "the patient's drawing")

  def differ (self):
    """the list says where they differ, and a row leads there"""
    self.window.press_button ('Differ: P1')
    listing = self.window.app.get ('list', 'Where the drawings differ')
    self.window.app.wait (lambda: self.row (listing, 'only the patient: right: upper buttock'), 'what only the patient marks')
    row = self.row (listing, 'only the clinician: left: shin')
    assert row, [node.get_name () for node in self.window.app.matches ('list item', None, listing)]
    self.window.click (row)
    self.window.app.wait (lambda: self.window.is_marked (MEANT), "the clinician's drawing")
    self.window.app.wait (lambda: any ('focused' in atspi.states (node) for node in self.window.shown (MEANT)),
                          f'the focus on {MEANT}')

  def row (self, listing, words):
    return next ((node for node in self.window.app.matches ('list item', None, listing) if words in node.get_name ()),
                 None)

  def undo (self):
    """undo takes back the clinician's change, and shows the drawing where it was"""
    self.window.app.key ('alt+d')
    self.window.app.wait (lambda: self.window.is_free (MEANT), "the patient's drawing")
    self.window.app.key ('ctrl+z')
    self.window.app.wait (lambda: self.window.is_marked (SITE) and self.window.is_marked (MEANT), 'both marked')
    self.window.app.key ('ctrl+shift+z')
    self.window.app.wait (lambda: self.window.is_free (SITE), 'taken away again')

  def save (self):
    """the file holds both drawings"""
    self.window.app.key ('ctrl+s')
    self.window.app.wait (self.chart.exists, 'the file')
    symptom = Saved (self.chart).symptoms[1]
    own = {mark.get ('region') for mark in symptom.findall (NAMESPACE + 'mark')}
    other = {mark.get ('region') for mark in symptom.find (NAMESPACE + 'clinician-drawing').findall (NAMESPACE + 'mark')}
    equal (own, {'buttock-upper-right'}, "the patient's marks")
    equal (other, {'shin-left'}, "the clinician's marks")

  def close_window (self):
    """it closes without a question"""
    self.window.app.key ('ctrl+q')
    equal (self.window.app.wait_end (), 0, 'status')

  def steps (self):
    return [self.start, self.switch, self.mark, self.differ, self.undo, self.save, self.close_window]


if __name__ == '__main__':
  sys.exit (run_steps (Drawings, sys.argv[1]))
