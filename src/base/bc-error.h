/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BcFileError:
 * @BC_FILE_ERROR_SYNTAX: not well-formed, or not in the expected form
 * @BC_FILE_ERROR_UNSAFE: a construct that we refuse: document type, entity, too deep, too many attributes
 * @BC_FILE_ERROR_TOO_LARGE: larger than any file of this kind can reasonably be
 * @BC_FILE_ERROR_VERSION: written by a newer version than this program knows
 * @BC_FILE_ERROR_VALUE: an unknown id or a value outside its range
 * @BC_FILE_ERROR_CHANGED: the file on disk changed since it was read
 * @BC_FILE_ERROR_SEALED: it has a password, and none was given
 * @BC_FILE_ERROR_PASSWORD: the password is wrong
 *
 * Errors of every reader and writer. The message always has the form
 * `file:line: what was found; what to do`. Codes are only ever appended.
 */
typedef enum
{
  BC_FILE_ERROR_SYNTAX,
  BC_FILE_ERROR_UNSAFE,
  BC_FILE_ERROR_TOO_LARGE,
  BC_FILE_ERROR_VERSION,
  BC_FILE_ERROR_VALUE,
  BC_FILE_ERROR_CHANGED,
  BC_FILE_ERROR_SEALED,
  BC_FILE_ERROR_PASSWORD
} BcFileError;

#define BC_FILE_ERROR (bc_file_error_quark ())
GQuark  bc_file_error_quark   (void);
char   *bc_file_error_shorten (char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
