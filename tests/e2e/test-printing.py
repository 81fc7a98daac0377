#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way to a printer: the program, the print dialog, and a queue of a print server of this test's own.

    gui-env /usr/bin/python3 test-printing.py BODYCHART
"""
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from charting import Window, atspi, equal, run_steps

import printserver

NAME = 'Zebedee Quux'
QUEUE = 'front-desk'
A4 = 'A4'
SETTINGS = Path (os.environ.get ('XDG_CONFIG_HOME', '/nowhere')) / 'bodychart' / 'print-settings.ini'


class Printing:
  def __init__ (self, program, folder):
    self.window = None
    self.program = program
    self.chart = folder / 'visit.bodychart'
    text, n = re.subn (r'<name>[^<]*</name>', f'<name>{NAME}</name>', Path (os.environ['BODYCHART_SAMPLE']).read_text ())
    equal (n, 1, 'names of a patient in the sample')
    self.chart.write_text (text)
    self.log = folder / 'log'

  def open (self):
    with open (self.log, 'a') as log:
      self.window = Window (self.program, self.chart, stdout=log, stderr=log)

  def windows (self):
    """How many windows of the program are on the screen."""
    return len (self.search ('--onlyvisible', '--pid', str (self.window.app.process.pid)))

  def x_window (self, title):
    return self.search ('--onlyvisible', '--name', f'^{title}$')

  def search (self, *arguments):
    return subprocess.run (['xdotool', 'search', *arguments], capture_output=True, text=True).stdout.split ()

  def ask (self):
    """Opens the dialog, where the usual queue is chosen as soon as it is found."""
    self.window.app.key ('ctrl+p')
    self.window.app.wait (lambda: self.windows () == 2, 'the print dialog')

  def press_print (self):
    """Prints by the keyboard, which does nothing before a queue is chosen. The dialog is not read meanwhile: it has
    thousands of nodes, and GTK 4.8 may break down when a reader asks for one that just goes."""
    self.window.app.wait (lambda: self.window.app.key ('alt+p') or time.sleep (0.5) or not self.x_window ('Print'),
                          'the end of the print dialog')

  def choose_queue (self):
    """Looks for the queue in the dialog by the accessibility bus, chooses it with the pointer, and prints."""
    app = self.window.app
    self.ask ()
    dialog = app.wait (lambda: next ((window for window in (app.root.get_child_at_index (i) for i in
                       range (app.root.get_child_count ())) if window.get_role_name () == 'dialog'), None), 'the dialog')
    app.click (app.get ('label', QUEUE, dialog))
    self.press_print ()

  def wait_jobs (self, n):
    return self.window.app.wait (lambda: len (server.jobs ()) >= n and server.jobs (), f'job {n} in the queue')

  def read (self, job):
    return subprocess.run (['pdftotext', '-layout', job.document, '-'], check=True, capture_output=True, text=True).stdout

  def info (self, job):
    lines = subprocess.run (['pdfinfo', job.document], check=True, capture_output=True, text=True).stdout
    return dict (re.split (r':\s*', line, 1) for line in lines.splitlines () if ':' in line)

  def summary (self):
    """the summary is printed on the queue that the dialog shows, on the country's paper"""
    self.open ()
    self.choose_queue ()
    job = self.wait_jobs (1)[0]
    self.window.app.get ('label', 'Sent to the printer')
    info = self.info (job)
    text = self.read (job)
    assert A4 in info['Page size'], info
    equal (len (re.findall (rf'Page \d of {info["Pages"]}\b', text)), int (info['Pages']), 'numbered pages')
    for words in (NAME, 'L5 radicular pain, right', 'does not diagnose'):
      assert words in text, f'{words!r} is not on paper'

  def title (self):
    """no name is in what a queue shows"""
    job = server.jobs ()[0]
    equal (job.get ('job-name'), 'Bodychart session summary', 'title of the job')
    for word in NAME.split ():
      assert word.encode () not in job.control, f'{word} is in the control file'
    for log in (server.top / 'log').iterdir ():
      assert 'Quux' not in log.read_text (errors='replace'), log

  def remembered (self):
    """the printer is remembered, for the user only, with nothing of the patient"""
    self.window.app.wait (SETTINGS.exists, 'settings of the printer')
    equal (oct (stat.S_IMODE (SETTINGS.stat ().st_mode)), '0o600', 'mode of the settings')
    settings = SETTINGS.read_text ()
    assert f'printer={QUEUE}' in settings, settings
    assert 'Quux' not in settings and 'visit' not in settings, settings

  def previewed (self):
    """the dialog's preview is the program's own, and leaves no file"""
    before = {path for path in Path (tempfile.gettempdir ()).glob ('*.pdf')}
    self.ask ()
    self.window.app.wait (lambda: self.window.app.key ('alt+v') or time.sleep (0.5) or self.x_window ('Print preview'),
                          'the preview')
    equal ({path for path in Path (tempfile.gettempdir ()).glob ('*.pdf')} - before, set (), 'files of the preview')
    equal (len (server.jobs ()), 1, 'jobs')
    self.window.app.key ('Escape')
    self.window.app.wait (lambda: self.windows () == 1, 'the chart again')

  def refused (self):
    """a queue that refuses the job is told in the window"""
    server.change (QUEUE, '-o', 'job-quota-period=604800', '-o', 'job-k-limit=1')
    self.ask ()
    self.press_print ()
    self.window.app.get (None, 'The summary could not be printed')
    self.window.app.get ('label', re.compile ('queue did not take'))
    equal (len (server.jobs ()), 1, 'jobs')
    self.window.app.key ('Escape')
    self.window.app.wait (lambda: not self.window.app.find (None, 'The summary could not be printed'), 'the chart again')
    server.change (QUEUE, '-o', 'job-quota-period=0', '-o', 'job-k-limit=0')

  def closed (self):
    """closing the window right after printing does not lose the job"""
    self.ask ()
    self.press_print ()
    self.window.app.key ('ctrl+q')
    equal (self.window.app.wait_end (), 0, 'status')
    equal (len (server.jobs ()), 2, 'jobs')
    equal (self.info (server.jobs ()[1])['Pages'], self.info (server.jobs ()[0])['Pages'], 'pages')

  def broken_off (self):
    """a job that ends in the queue without having been printed is told, when it was sent long ago"""
    self.open ()
    server.change (QUEUE, '-o', 'job-hold-until-default=indefinite')
    self.ask ()
    self.press_print ()
    self.window.app.get ('label', 'Sent to the printer')
    server.run ('cancel', '-a', QUEUE)
    self.window.app.get (None, 'The summary could not be printed')
    self.window.app.get ('label', re.compile ('broke off'))

  def steps (self):
    return [self.summary, self.title, self.remembered, self.previewed, self.refused, self.closed, self.broken_off]


if __name__ == '__main__':
  if not shutil.which ('pdftotext'):
    print ('1..0 # SKIP pdftotext is not installed (package poppler-utils)')
    sys.exit (0)
  # Sockets have short names, and a folder of the system's is one that its filters may enter.
  with tempfile.TemporaryDirectory (prefix='bc-cups.', dir='/tmp') as top:
    try:
      server = printserver.PrintServer (top)
    except printserver.Missing as missing:
      print (f'1..0 # SKIP {missing}')
      sys.exit (0)
    with server:
      os.environ['CUPS_SERVER'] = server.socket
      server.add (QUEUE)
      sys.exit (run_steps (Printing, os.path.abspath (sys.argv[1])))
