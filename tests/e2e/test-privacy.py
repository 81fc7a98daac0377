#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the name of a patient may stand after a session: in the chart and nowhere else.

    gui-env /usr/bin/python3 test-privacy.py BODYCHART
"""
import os
import re
import stat
import sys
from pathlib import Path

from charting import Window, equal, run_steps, time_of, wait_newer

NAME = 'Zebedee Quux'
MARKED = 'Upper buttock, left'


class Privacy:
  def __init__ (self, program, folder):
    self.program = program
    self.folder = folder
    self.chart = folder / 'visit.bodychart'
    self.log = folder / 'log'
    self.window = None
    sample = Path (os.environ['BODYCHART_SAMPLE']).read_text ()
    text, n = re.subn (r'<name>[^<]*</name>', f'<name>{NAME}</name>', sample)
    equal (n, 1, 'names of a patient in the sample')
    self.chart.write_text (text)

  def files (self):
    """All files that the program can have written."""
    for top in {os.environ['HOME'], *(value for key, value in os.environ.items () if key.startswith ('XDG_')),
                str (self.folder)}:
      if os.path.isdir (top):
        yield from (path for path in Path (top).rglob ('*') if path.is_file ())

  def telling (self):
    """Names of those that tell the patient, in their contents or by their names."""
    return sorted ({path.name for path in self.files ()
                    if NAME.encode () in path.read_bytes () or 'Quux' in str (path)})

  def work (self):
    """a chart is opened and edited; with all messages on, the program says nothing of the patient"""
    with open (self.log, 'w') as log:
      self.window = Window (self.program, self.chart, stdout=log, stderr=log,
                            env={**os.environ, 'G_MESSAGES_DEBUG': 'all'})
    app = self.window.app
    app.get ('frame', NAME)
    app.act (self.window.shown (MARKED)[0], 'region.toggle')
    app.wait (lambda: [path for path in self.files () if path.suffix == '.journal'], 'the journal')
    for path in self.files ():
      if NAME.encode () in path.read_bytes ():
        equal (oct (stat.S_IMODE (path.stat ().st_mode) & 0o077) if path != self.chart else '0o0', '0o0', str (path))
    assert self.log.stat ().st_size > 0

  def save (self):
    """it is saved, for its owner only"""
    before = time_of (self.chart)
    self.window.app.key ('ctrl+s')
    wait_newer (self.chart, before, 'the saved chart')
    self.window.app.get ('label', 'Saved')
    equal (oct (stat.S_IMODE (self.chart.stat ().st_mode)), '0o600', 'mode')

  def lock (self):
    """locked, the window does not tell its title either"""
    self.window.app.key ('ctrl+shift+l')
    self.window.app.get ('frame', 'Bodychart – locked')
    assert not self.window.app.find ('frame', NAME)
    self.window.app.key ('space')
    self.window.app.get ('frame', NAME)

  def left (self):
    """after the session only the chart and the version before hold the name"""
    self.window.app.key ('ctrl+q')
    equal (self.window.app.wait_end (), 0, 'status')
    equal (self.telling (), ['visit.bodychart', 'visit.bodychart~'], 'files with the name')

  def steps (self):
    return [self.work, self.save, self.lock, self.left]


if __name__ == '__main__':
  sys.exit (run_steps (Privacy, os.path.abspath (sys.argv[1])))
