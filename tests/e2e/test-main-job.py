#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the real window, as a user does it: a new chart, marks by assistive technology and by the pointer,
what it feels like, findings, an answer, save, reopen, and the summary as PDF.

    gui-env /usr/bin/python3 test-main-job.py BODYCHART

Speaks TAP. Each step needs the one before, so the first that fails ends the run, with the tree as it was then.
"""
import os
import re
import stat
import subprocess
import sys
import tempfile
import traceback
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert (0, str (Path (__file__).resolve ().parent.parent / 'support'))

try:
  import atspi
except (ImportError, ValueError) as missing:
  print (f'1..0 # SKIP {missing}')
  sys.exit (0)

NAMESPACE = '{https://bodychart.github.io/ns/chart/1}'
PATIENT = 'Ada Morgenstern'
# From the buttock down the outer leg to the top of the foot: what leads to L5. The last is left to the pointer.
SITE = 'Upper buttock, right'
SPREAD = ['Outer thigh, lower, right', 'Outer leg below the knee, right', 'Top of the foot, inner half, right']
POINTED = 'Great toe, right'
EXPECTED = {
  'buttock-upper-right': 'site',
  'thigh-lateral-lower-right': 'radiation',
  'leg-lateral-right': 'radiation',
  'foot-dorsum-medial-right': 'radiation',
  'great-toe-right': 'site',
}
QUALITY = 'tingling'
INTENSITY = 7


def is_checked (node):
  return bool (atspi.states (node) & {'checked', 'pressed'})


class MainJob:
  def __init__ (self, program, folder):
    self.program = program
    self.chart = folder / 'ada.bodychart'
    self.pdf = folder / 'ada.pdf'
    self.app = None
    self.regions = {}           # name to its nodes, one a view that shows it

  def start (self):
    self.app = atspi.App ([self.program, str (self.chart)])
    body = self.app.get ('panel', 'Body chart')
    self.app.wait (lambda: self.app.find ('check box', POINTED, body), 'the regions')
    self.regions = {}
    for node in self.app.matches ('check box', None, body):
      self.regions.setdefault (node.get_name (), []).append (node)
    self.app.skipped.add ('Body chart')

  def marked (self, name):
    """Whether the region is marked. A region shows in several views, and they have to agree once all is quiet."""
    return all (is_checked (node) for node in self.regions[name])

  def unmarked (self, name):
    return not any (is_checked (node) for node in self.regions[name])

  def new_chart (self):
    """a name that does not exist yet opens an empty chart"""
    self.start ()
    assert not self.chart.exists ()
    marked = [name for name in self.regions if not self.unmarked (name)]
    assert not marked, marked

  def type_name (self):
    """the patient's name is typed"""
    self.show_panel ('Patient')
    self.app.click (self.app.get ('text', 'Name'))
    self.app.type (PATIENT)
    self.app.key ('Tab')
    self.app.wait (lambda: self.app.root.get_child_at_index (0).get_name () == PATIENT, 'the name in the title')

  def mark_by_action (self):
    """regions are marked by their accessible action"""
    self.app.act (self.regions[SITE][0], 'region.toggle')
    for name in SPREAD:
      self.app.act (self.regions[name][0], 'region.spread')
    for name in [SITE, *SPREAD]:
      self.app.wait (lambda: self.marked (name), f'{name} marked in every view')

  def mark_by_pointer (self):
    """a region is marked by a click of the pointer, and by nothing else"""
    self.app.click (self.largest (POINTED))
    self.app.wait (lambda: self.marked (POINTED), f'{POINTED} marked by the pointer')
    others = [name for name in self.regions if name not in [SITE, *SPREAD, POINTED] and not self.unmarked (name)]
    assert not others, others

  def undo (self):
    """a mark is undone and redone by keys"""
    self.app.key ('ctrl+z')
    self.app.wait (lambda: self.unmarked (POINTED), 'the last mark taken back')
    self.app.key ('ctrl+shift+z')
    self.app.wait (lambda: self.marked (POINTED), 'the last mark back again')

  def describe_symptom (self):
    """quality and intensity are set"""
    for name in (QUALITY, f'Now: {INTENSITY} of 10'):
      button = self.app.get ('push button', name)
      self.app.act (button)
      self.app.wait (lambda: is_checked (button), f'{name} pressed')

  def findings (self):
    """the findings name L5 on the right, and it is ticked for the summary"""
    self.show_panel ('Findings')

    def tick ():                # a new one after each change of the findings
      listing = self.app.find ('list', 'Findings')
      row = listing and self.app.find ('list item', re.compile (r'\bL5\b.*right'), listing)
      return row and self.app.find ('check box', 'Include in the session summary', row)

    self.app.click (self.app.wait (tick, 'a finding with L5, right'))
    self.app.wait (lambda: tick () and is_checked (tick ()), 'the tick')

  def answer (self):
    """a question is answered"""
    self.show_panel ('Questions')
    yes = self.app.get ('push button', re.compile (r': Yes$'))
    question = yes.get_name ()
    self.app.act (yes)
    self.app.wait (lambda: any (is_checked (node) for node in self.app.matches (None, question)), 'the answer pressed')

  def save (self):
    """Ctrl+S writes the chart, for its owner only"""
    self.app.key ('ctrl+s')
    self.app.wait (self.chart.exists, 'the file')
    mode = stat.S_IMODE (self.chart.stat ().st_mode)
    assert mode == 0o600, f'mode {mode:o}'

  def close (self):
    """the saved chart closes without a question"""
    self.app.key ('ctrl+q')
    status = self.app.wait_end ()
    assert status == 0, f'status {status}'

  def file_content (self):
    """the file holds what was entered"""
    root = ElementTree.parse (self.chart).getroot ()
    assert root.tag == NAMESPACE + 'chart', root.tag
    name = root.find (f'{NAMESPACE}patient/{NAMESPACE}name')
    assert name is not None and name.text == PATIENT, 'the name'
    marks = {mark.get ('region'): mark.get ('role') for mark in root.iter (NAMESPACE + 'mark')}
    assert marks == EXPECTED, marks
    symptom = next (root.iter (NAMESPACE + 'symptom'))
    assert symptom.get ('qualities') == QUALITY, symptom.attrib
    assert symptom.get ('now') == str (INTENSITY), symptom.attrib
    ticks = [tick.get ('side') for tick in root.iter (NAMESPACE + 'tick')]
    assert ticks == ['right'], ticks
    answers = [answer.get ('value') for answer in root.iter (NAMESPACE + 'answer')]
    assert answers == ['yes'], answers

  def reopen (self):
    """the chart opens again as it was"""
    self.start ()
    for name in [SITE, *SPREAD, POINTED]:
      self.app.wait (lambda: self.marked (name), f'{name} marked again')
    assert self.app.root.get_child_at_index (0).get_name () == PATIENT
    assert is_checked (self.app.get ('push button', QUALITY))

  def export_pdf (self):
    """the summary is saved as PDF and says what was entered"""
    self.app.key ('ctrl+e')
    dialog = self.app.get (None, 'Save the summary as PDF')
    name = self.app.get ('text', None, dialog)
    self.app.click (name)
    self.app.key ('ctrl+a')
    self.app.type (str (self.pdf))
    self.app.key ('Return')
    self.app.wait (self.pdf.exists, 'the PDF')
    text = ' '.join (subprocess.run (['pdftotext', '-layout', self.pdf, '-'], check=True, capture_output=True,
                                     text=True, timeout=60).stdout.split ())
    for words in (PATIENT, 'L5', 'does not diagnose'):
      assert words in text, f'{words!r} is not in the PDF: {text}'
    assert QUALITY in text.lower (), text

  def show_panel (self, name):
    self.app.act (self.app.get ('page tab', name))

  def largest (self, name):
    """Of the views that show a region, the one that shows it largest."""
    def area (node):
      extents = atspi.Atspi.Component.get_extents (node.get_component_iface (), atspi.Atspi.CoordType.WINDOW)
      return extents.width * extents.height
    return max (self.regions[name], key=area)

  def steps (self):
    return [self.new_chart, self.type_name, self.mark_by_action, self.mark_by_pointer, self.undo,
            self.describe_symptom, self.findings, self.answer, self.save, self.close, self.file_content,
            self.reopen, self.export_pdf, self.close]


def main (program):
  with tempfile.TemporaryDirectory (prefix='bc-main-job.') as folder:
    job = MainJob (program, Path (folder))
    steps = job.steps ()
    print (f'1..{len (steps)}', flush=True)
    try:
      for number, step in enumerate (steps, 1):
        try:
          step ()
        except Exception as failure:    # whatever it was, it is the step that failed
          print (f'not ok {number} - {step.__doc__}: {failure}', flush=True)
          if job.app and job.app.process.poll () is None:
            atspi.print_tree (job.app, sys.stderr)
          traceback.print_exc ()        # last, where a shortened log still shows it
          return 1
        print (f'ok {number} - {step.__doc__}', flush=True)
    finally:
      if job.app:
        job.app.close ()
  return 0


if __name__ == '__main__':
  sys.exit (main (os.path.abspath (sys.argv[1])))
