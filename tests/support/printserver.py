# SPDX-License-Identifier: GPL-3.0-or-later
"""A print server of CUPS that nobody else sees, with a queue that keeps what it gets.

    with PrintServer (folder) as server:
      os.environ['CUPS_SERVER'] = server.socket
      server.add ('front-desk')
      server.jobs ()                    # [Job], oldest first

It runs as root (its filters then as nobody) and as a normal user, listens on a socket in its folder only, and leaves the
machine's own queues alone. Missing says why a machine cannot have one.
"""
import os
import shutil
import struct
import subprocess
import time
from pathlib import Path

START = 15                              # seconds in which the server answers, or never


class Missing (Exception):
  """No server can be had here; the text says why."""


FILES = '''\
ServerRoot {top}/etc
RequestRoot {top}/spool
CacheDir {top}/cache
StateDir {top}/run
TempDir {top}/tmp
DocumentRoot {top}/tmp
ErrorLog {top}/log/error
AccessLog {top}/log/access
PageLog {top}/log/page
FileDevice Yes
SyncOnClose No
'''

SERVER = '''\
Listen {top}/socket
LogLevel info
Browsing Off
WebInterface No
DefaultAuthType None
DirtyCleanInterval 0
PreserveJobFiles Yes
PreserveJobHistory Yes
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
'''


class Job:
  """What the server wrote down of a job (the control file: all that a queue shows), and the document."""

  def __init__ (self, control, document):
    self.control = control.read_bytes ()
    self.document = document

  def get (self, name):
    """The first text of an IPP attribute (RFC 8010, 3.1): a tag, then name and value with their lengths before them."""
    wanted = name.encode ()
    at = 8                              # behind version, operation and request id
    while at < len (self.control):
      tag = self.control[at]
      at += 1
      if tag < 0x10:                    # only begins a group
        continue
      fields = []
      for _ in range (2):
        length, = struct.unpack_from ('>H', self.control, at)
        fields.append (self.control[at + 2:at + 2 + length])
        at += 2 + length
      if fields[0] == wanted:
        return fields[1].decode ()
    return None


class PrintServer:
  def __init__ (self, folder):
    self.top = Path (folder)
    self.socket = str (self.top / 'socket')
    self.process = None
    self.cupsd = shutil.which ('cupsd', path=os.environ.get ('PATH', '') + ':/usr/sbin:/usr/local/sbin')
    for program in ('lpadmin', 'lpstat'):
      if not self.cupsd or not shutil.which (program, path=os.environ.get ('PATH', '') + ':/usr/sbin'):
        raise Missing (f'{"cupsd" if not self.cupsd else program} is not installed (packages cups-daemon and cups-client)')
    try:
      self._start ()
    except BaseException:
      self.close ()
      raise

  def __enter__ (self):
    return self

  def __exit__ (self, *_exception):
    self.close ()

  def _start (self):
    for name in ('etc/ppd', 'spool', 'cache', 'run', 'tmp', 'log'):
      (self.top / name).mkdir (parents=True, exist_ok=True)
    files = FILES.format (top=self.top)
    if os.geteuid () == 0:
      files += 'User nobody\nGroup nogroup\n'
      os.chmod (self.top, 0o755)
      for name in ('cache', 'tmp', 'run'):
        shutil.chown (self.top / name, 'nobody', 'nogroup')
    (self.top / 'etc' / 'cups-files.conf').write_text (files)
    (self.top / 'etc' / 'cupsd.conf').write_text (SERVER.format (top=self.top))
    with open (self.top / 'log' / 'out', 'w') as log:
      self.process = subprocess.Popen ([self.cupsd, '-f', '-c', str (self.top / 'etc' / 'cupsd.conf'),
                                        '-s', str (self.top / 'etc' / 'cups-files.conf')], stdout=log, stderr=log)
    end = time.monotonic () + START
    while self.process.poll () is None and time.monotonic () < end:
      if self.run ('lpstat', '-r', check=False).stdout.strip () == 'scheduler is running':
        return
      time.sleep (0.05)
    raise Missing (f'cupsd does not run in a folder of its own: {self.last_words ()}')

  def last_words (self):
    words = [line for name in ('error', 'out') if (self.top / 'log' / name).exists ()
             for line in (self.top / 'log' / name).read_text (errors='replace').splitlines () if line[:1] in 'EXc']
    return words[-1] if words else 'it says nothing'

  def run (self, *arguments, check=True):
    program = shutil.which (arguments[0], path=os.environ.get ('PATH', '') + ':/usr/sbin') or arguments[0]
    return subprocess.run ([program, *arguments[1:]], check=check, capture_output=True, text=True, timeout=30,
                           env={**os.environ, 'CUPS_SERVER': self.socket, 'LC_ALL': 'C.UTF-8'})

  def add (self, name, *options):
    """A queue that takes everything and prints into a file; it becomes the usual one."""
    self.run ('lpadmin', '-p', name, '-E', '-v', f'file:{self.top}/tmp/{name}', '-m', 'raw', *options)
    self.run ('lpadmin', '-d', name)

  def change (self, name, *options):
    self.run ('lpadmin', '-p', name, *options)

  def jobs (self):
    found = []
    for control in sorted ((self.top / 'spool').glob ('c[0-9]*')):
      documents = sorted ((self.top / 'spool').glob (f'd{control.name[1:]}-*'))
      if documents:
        found.append (Job (control, documents[0]))
    return found

  def stop (self):
    """The server is gone, as when the machine that the printer hangs at is switched off."""
    if self.process and self.process.poll () is None:
      self.process.terminate ()
      try:
        self.process.wait (10)
      except subprocess.TimeoutExpired:
        self.process.kill ()
        self.process.wait ()

  close = stop
