/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-journal.h"

/*
 * A journal is a few lines of text, an empty line, and the work:
 *
 *     bodychart-journal 1
 *     file file:///home/...
 *     etag ...
 *     time 1790000000
 *     size 4711
 *     sha256 0123...
 *
 * No name of a patient stands in these lines: the work may be sealed with a password.
 */
#define BC_JOURNAL_MAGIC "bodychart-journal 1\n"
#define BC_JOURNAL_SUFFIX ".journal"
