#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From visit to visit in the real window: a new visit from the last one, of which each part waits to be confirmed; one
symptom is confirmed, one changed, one has gone; signed, refused, corrected, saved, and read again.

    gui-env /usr/bin/python3 test-visits.py BODYCHART

Speaks TAP, as run_steps() of charting.py does. BODYCHART_SAMPLE is any file of the folder of the samples.
"""
import os
import re
import sys
from pathlib import Path

from charting import NAMESPACE, Saved, Window, atspi, equal, is_on, run_steps, time_of, wait_newer

SAMPLE = 'sciatica-five-visits.bodychart'
CLINICIAN = 'Edda Lindqvist'
SHIN = 'Shin, left'
WRITTEN = '6'                   # how strong P1 is: first so, ...
CORRECTED = '7'                 # ... and then found to be wrong


def is_usable (node):
  return 'sensitive' in atspi.states (node)


def struck_through (label):
  """The words of a label that are struck through."""
  text = label.get_text_iface ()
  words, at = '', 0
  count = atspi.Atspi.Text.get_character_count (text)
  while at < count:
    attributes, _start, end = atspi.Atspi.Text.get_attribute_run (text, at, False)
    if attributes.get ('strikethrough') == 'true':
      words += atspi.Atspi.Text.get_text (text, at, end)
    at = max (end, at + 1)
  return words


class Visits:
  def __init__ (self, program, folder):
    self.program = program
    self.chart = folder / SAMPLE
    # The last visit is left out: in the one before, all three symptoms still have marks.
    text = (Path (os.environ['BODYCHART_SAMPLE']).parent / SAMPLE).read_text (encoding='utf-8')
    self.chart.write_text (text[:text.rindex ('  <visit ')] + '</chart>\n', encoding='utf-8')
    self.before = Saved (self.chart)
    self.window = None

  def label (self, pattern):
    return self.window.app.get ('label', re.compile (pattern))

  def wait_pen (self, name):
    self.window.button (name)

  def press (self, name):
    """Presses a button by its action: a toast may lie over the strip."""
    self.window.app.act (self.window.button (name))
    self.window.app.wait (lambda: is_on (self.window.button (name)), f'{name!r} pressed')

  def last_visit (self):
    return Saved (self.chart).root.findall (NAMESPACE + 'visit')[-1]

  def dates (self, saved):
    return [node.get ('date') for node in saved.root.findall (NAMESPACE + 'visit')]

  def start (self):
    """a chart of four visits is opened"""
    self.window = Window (self.program, self.chart)
    self.label ('visit 4 of 4')
    self.wait_pen ('P1')

  def new_visit (self):
    """a new visit begins as a copy, and says of every part that nobody has confirmed it"""
    self.window.app.key ('ctrl+shift+n')
    self.label ('visit 5 of 5')
    self.label ('come from the last visit and are not confirmed yet')
    for number in (1, 2, 3):
      self.wait_pen (f'P{number}, not confirmed yet')
    assert any (self.window.description (name).endswith ('not confirmed yet') for name in self.window.marked_names ())

  def confirm (self):
    """P1 is confirmed by its button, and by nothing else"""
    self.window.app.act (self.window.button ('Confirm P1'))
    self.window.app.wait (lambda: self.window.app.find ('push button', 'P1'), 'P1 without a question')
    self.window.buttons = {}
    self.wait_pen ('P2, not confirmed yet')
    self.wait_pen ('P3, not confirmed yet')
    self.press (f'Now: {WRITTEN} of 10')

  def change (self):
    """P3 is confirmed by being changed"""
    self.window.app.act (self.window.button ('P3, not confirmed yet'))
    self.press ('burning')
    self.window.app.wait (lambda: self.window.app.find ('push button', 'P3'), 'P3 without a question')

  def resolve (self):
    """P2 has gone: no place of the body is marked for it any more"""
    self.window.buttons = {}
    self.window.app.act (self.window.button ('P2, not confirmed yet'))
    self.window.app.act (self.window.button ('More about the symptom'))
    self.window.app.skipped.clear ()
    self.window.app.act (self.window.app.get ('push button', 'It is resolved'))
    self.window.app.skipped.add ('Body chart')
    self.window.app.wait (lambda: not any ('P2' in self.window.description (name)
                                           for name in self.window.marked_names ()), 'nothing marked for P2')

  def sign (self):
    """the visit is signed"""
    self.window.app.key ('Escape', 'ctrl+g')
    who = self.window.app.get ('text', 'Clinician', self.window.app.get (None, re.compile ('^Sign This Visit')))
    self.window.app.wait (lambda: 'focused' in atspi.states (who), 'the focus on the name')
    self.window.app.key ('ctrl+a')
    self.window.app.type (CLINICIAN)
    self.window.app.key ('Return')
    self.label (f'^Signed by {CLINICIAN}')

  def refuse (self):
    """from then on regions, strip and keys are refused, and it says so"""
    self.window.app.act (self.window.region (SHIN, 'Front'), 'region.toggle')
    self.window.wait_said ('signed', 'stays as it is')
    assert self.window.is_free (SHIN)
    self.window.buttons = {}
    for name in ('Add a symptom', 'burning', 'Now: 6 of 10'):
      button = self.window.app.get ('push button', name)
      assert not is_usable (button), name
    self.window.app.key ('alt+n')
    self.window.wait_said ('signed', 'stays as it is')
    assert not self.window.app.find ('push button', 'P4')

  def correct (self):
    """what is wrong is corrected: the old words stay, struck through, with who and when"""
    self.window.app.key ('ctrl+shift+g')
    dialog = self.window.app.get (None, re.compile ('^Add a Correction'))
    self.window.app.click (self.window.app.get ('text', 'It should be', dialog))
    self.window.app.key ('ctrl+a')
    self.window.app.type (CORRECTED)
    add = self.window.app.get ('push button', re.compile ('^_?Add'), dialog)
    self.window.app.wait (lambda: is_usable (add), 'something to add')
    self.window.app.act (add)
    self.check_correction ()

  def check_correction (self):
    label = self.label (f'“{CORRECTED}” \\(')
    words = label.get_name ()
    assert CLINICIAN in words and f'not “{WRITTEN}”' in words and re.search (r'\b20\d\d\b', words), words
    equal (struck_through (label).strip (), WRITTEN, 'what is struck through')

  def save (self):
    """the file says all that"""
    before = time_of (self.chart)
    self.window.app.key ('ctrl+s')
    wait_newer (self.chart, before, 'the chart to be saved')
    visit = self.last_visit ()
    symptoms = {int (node.get ('number')): node for node in visit.iter (NAMESPACE + 'symptom')}
    equal ({number: node.get ('unconfirmed') for number, node in symptoms.items ()}, {1: None, 2: None, 3: None},
           'what waits to be confirmed')
    equal (symptoms[2].get ('resolved'), 'yes', 'P2')
    assert 'burning' in symptoms[3].get ('qualities').split ()
    assert all (node.get ('unconfirmed') == 'yes' for node in visit.iter (NAMESPACE + 'answer'))
    equal (visit.find (NAMESPACE + 'signed').get ('by'), CLINICIAN, 'who signed')
    correction = visit.find (NAMESPACE + 'correction')
    equal (correction.get ('field'), 'P1/now', 'what was corrected')
    assert CORRECTED in ''.join (correction.itertext ()) or CORRECTED in correction.attrib.values ()
    equal (symptoms[1].get ('now'), WRITTEN, 'how strong it is, as it was signed')
    equal (self.dates (Saved (self.chart))[:-1], self.dates (self.before), 'the earlier visits')

  def reopen (self):
    """the chart is read again as it was left"""
    self.window.close ()
    self.window = Window (self.program, self.chart)
    self.label ('visit 5 of 5')
    self.label (f'^Signed by {CLINICIAN}')
    self.check_correction ()
    assert not is_usable (self.window.app.get ('push button', 'Add a symptom'))
    assert is_on (self.window.app.get ('push button', 'P1'))

  def steps (self):
    return [self.start, self.new_visit, self.confirm, self.change, self.resolve, self.sign, self.refuse, self.correct,
            self.save, self.reopen]


if __name__ == '__main__':
  sys.exit (run_steps (Visits, sys.argv[1]))
