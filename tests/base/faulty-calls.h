/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultyKind:
 * @FAULT_ONCE: the call fails, once
 * @FAULT_FOR_EVER: it and all after it fail, as on a disk that is full
 * @FAULT_KILL_BEFORE: the process is killed instead of the call
 * @FAULT_KILL_AFTER: the process is killed right after the call; a write has written half
 * @FAULT_SHORT: a write writes half of the bytes and says so; other calls do not count
 */
typedef enum
{
  FAULT_ONCE,
  FAULT_FOR_EVER,
  FAULT_KILL_BEFORE,
  FAULT_KILL_AFTER,
  FAULT_SHORT
} FaultyKind;

/*
 * Linked into a test program, these stand in the place of the C library's calls that change files, for GLib as well.
 * Files below @folder are concerned, and of what is opened for reading only folders. faulty-preload.c brings them into
 * a program that knows nothing of them.
 */
void     faulty_calls_arm    (const char *folder,
                              FaultyKind  kind,
                              guint       nth, /* from 1 on */
                              int         cause);
gboolean faulty_calls_disarm (void); /* whether the fault happened */

G_END_DECLS
