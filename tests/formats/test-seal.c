/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts with a password: what goes in comes out, and nothing else ever does. */

#include "bc-chart-file.h"
#include "bc-seal.h"
#include "full-chart.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#define WORDS "Ada Example, 4711"
#define NAME "a.bodychart"

/* As cheap as is allowed: tests derive many keys. */
static BcKey *
new_key (const char *password)
{
  g_autoptr(GError) error = NULL;
  BcKey *key = bc_key_new_costly (password, 1, BC_SEAL_MIN_KIB, &error);

  g_assert_no_error (error);
  return key;
}

static GBytes *
seal_text (const BcKey *key,
           const char  *text)
{
  g_autoptr(GBytes) clear = g_bytes_new_static (text, strlen (text));

  return bc_seal (key, clear);
}

static void
test_round_trip (void)
{
  static const gsize sizes[] = { 0, 1, 17, 65535, 65536, 65537, 131072, 300000 };
  g_autoptr(BcKey) key = new_key ("secret");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = g_strnfill (sizes[i], 'x');
      g_autoptr(GBytes) sealed = seal_text (key, text);
      g_autoptr(GBytes) opened = NULL;
      g_autoptr(BcKey) again = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (bc_is_sealed (sealed));
      again = bc_key_new_for (sealed, NAME, "secret", &error);
      g_assert_no_error (error);
      opened = bc_unseal (again, sealed, NAME, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened), text, sizes[i]);
    }
}

static void
test_nothing_shows (void)
{
  g_autoptr(BcKey) key = new_key ("secret");
  g_autoptr(BcKey) other = new_key ("secret");
  g_autoptr(GBytes) sealed = seal_text (key, WORDS);
  g_autoptr(GBytes) twice = seal_text (key, WORDS);
  g_autoptr(GBytes) by_other = seal_text (other, WORDS);
  gsize size;
  const char *data = g_bytes_get_data (sealed, &size);

  g_assert_null (memmem (data, size, "Ada", 3));
  g_assert_null (memmem (data, size, "secret", 6));
  g_assert_false (g_bytes_equal (sealed, twice)); /* the same chart cannot be told from another */
  g_assert_true (bc_key_fits (key, twice));
  g_assert_false (bc_key_fits (key, by_other)); /* one password, two salts */
}

static void
test_wrong_password (void)
{
  static const char *const wrong[] = { "", "secre", "secrets", "Secret", "secret " };
  g_autoptr(BcKey) key = new_key ("secret");
  g_autoptr(GBytes) sealed = seal_text (key, WORDS);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (bc_key_new_for (sealed, NAME, wrong[i], &error));
      g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_PASSWORD);
      g_assert_cmpstr (error->message, ==, "a.bodychart:1: the password is wrong; try again");
    }
}

/* A damaged file is never taken for a wrong password, which would send people looking for another one. */
static void
assert_damaged (const BcKey  *key,
                const guint8 *data,
                gsize         size)
{
  g_autoptr(GBytes) sealed = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;

  g_assert_null (bc_unseal (key, sealed, NAME, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, NAME ":1: "));
}

static void
test_damaged (void)
{
  g_autoptr(BcKey) key = new_key ("secret");
  g_autoptr(GBytes) sealed = seal_text (key, WORDS);
  gsize size;
  const guint8 *data = g_bytes_get_data (sealed, &size);
  g_autofree guint8 *longer = g_malloc0 (size + 1);

  for (gsize length = 0; length < size; length++)
    assert_damaged (key, data, length);
  memcpy (longer, data, size);
  assert_damaged (key, longer, size + 1);
  for (gsize at = 0; at < size; at++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree guint8 *copy = g_memdup2 (data, size);

        copy[at] ^= (guint8) (1u << bit);
        assert_damaged (key, copy, size);
      }
}

/* Whole chunks taken out, doubled or exchanged, each of them sealed well in itself. */
static void
test_chunks (void)
{
  enum { HEAD = 120, CHUNK = 65536 + 17 };
  g_autoptr(BcKey) key = new_key ("secret");
  g_autofree char *text = g_strnfill (3 * 65536 + 5, 'x');
  g_autoptr(GBytes) sealed = seal_text (key, text);
  gsize size;
  const guint8 *data = g_bytes_get_data (sealed, &size);
  g_autofree guint8 *changed = g_malloc (size + CHUNK);

  assert_damaged (key, data, HEAD + 3 * CHUNK); /* the last one is missing */
  assert_damaged (key, data, HEAD + CHUNK);
  memcpy (changed, data, size);
  memcpy (changed + HEAD, data + HEAD + CHUNK, CHUNK);
  memcpy (changed + HEAD + CHUNK, data + HEAD, CHUNK);
  assert_damaged (key, changed, size);
  memcpy (changed, data, HEAD + CHUNK);
  memcpy (changed + HEAD + CHUNK, data + HEAD, size - HEAD);
  assert_damaged (key, changed, size + CHUNK);
}

/* As somebody would who wants to be believed. */
static void
fix_sum (guint8 *head)
{
  crypto_generichash (head + 80, 16, head, 80, NULL, 0);
}

/* A file that asks for all the memory or for hours is refused before anything is derived. */
static void
test_hostile_costs (void)
{
  static const struct { guint32 passes; guint32 kib; } costs[] = {
    { 1, 0 }, { 1, 8191 }, { 1, 1024 * 1024 + 1 }, { 1, G_MAXUINT32 }, { 0, 8192 }, { 11, 8192 }, { G_MAXUINT32, 8192 },
  };
  g_autoptr(BcKey) key = new_key ("secret");
  g_autoptr(GBytes) sealed = seal_text (key, WORDS);

  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (sealed, &size);
      g_autofree guint8 *copy = g_memdup2 (data, size);
      guint32 passes = GUINT32_TO_LE (costs[i].passes);
      guint32 kib = GUINT32_TO_LE (costs[i].kib);
      g_autoptr(GBytes) hostile = NULL;
      g_autoptr(GError) error = NULL;

      memcpy (copy + 20, &passes, 4);
      memcpy (copy + 24, &kib, 4);
      fix_sum (copy);
      hostile = g_bytes_new (copy, size);
      g_assert_null (bc_key_new_for (hostile, NAME, "secret", &error));
      g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_UNSAFE);
    }
}

static void
test_newer (void)
{
  g_autoptr(BcKey) key = new_key ("secret");
  g_autoptr(GBytes) sealed = seal_text (key, WORDS);
  gsize size;
  const guint8 *data = g_bytes_get_data (sealed, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);
  g_autoptr(GBytes) newer = NULL;
  g_autoptr(GError) error = NULL;

  copy[16] = 2;
  fix_sum (copy);
  newer = g_bytes_new (copy, size);
  g_assert_null (bc_key_new_for (newer, NAME, "secret", &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VERSION);
}

/* --- charts --- */

typedef struct
{
  char  *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  unused)
{
  g_autofree char *path = NULL;

  f->folder = g_dir_make_tmp ("bodychart-seal-XXXXXX", NULL);
  path = g_build_filename (f->folder, NAME, NULL);
  f->file = g_file_new_for_path (path);
}

/* No file of the folder may hold the patient's name. */
static void
assert_no_clear_text (Fixture *f)
{
  g_autoptr(GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);
      g_autofree char *text = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &text, &size, NULL));
      g_assert_null (memmem (text, size, "Martha", strlen ("Martha")));
      g_assert_null (memmem (text, size, "<chart", strlen ("<chart")));
    }
}

static void
tear_down (Fixture       *f,
           gconstpointer  unused)
{
  g_autoptr(GFile) backup = bc_save_get_backup (f->file);

  g_remove (g_file_peek_path (f->file));
  g_remove (g_file_peek_path (backup));
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_object_unref (f->file);
}

static void
save (Fixture *f,
      BcChart *chart,
      BcKey   *key)
{
  g_autoptr(GBytes) bytes = bc_chart_write (chart);
  g_auto(BcSaved) saved = { NULL };
  g_autoptr(GError) error = NULL;

  g_assert_true (bc_chart_save_bytes (bytes, key, f->file, NULL, BC_SAVE_REPLACE, &saved, NULL, &error));
  g_assert_no_error (error);
  g_assert_no_error (saved.no_backup);
}

static void
test_chart (Fixture       *f,
            gconstpointer  unused)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(BcChart) opened = NULL;
  g_autoptr(BcKey) key = new_key ("secret");
  g_autoptr(BcKey) found = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *etag = NULL;

  g_object_set (chart, "name", "Martha Sample", NULL);
  save (f, chart, key);
  assert_no_clear_text (f);
  opened = bc_chart_load_sealed (f->file, "secret", &found, &etag, NULL, &error);
  g_assert_no_error (error);
  assert_charts_equal (chart, opened);
  g_assert_nonnull (etag);
  save (f, opened, found); /* with what opening gave, without asking again */
  g_clear_object (&opened);
  opened = bc_chart_load_sealed (f->file, "secret", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_chart_asks (Fixture       *f,
                 gconstpointer  unused)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(BcKey) key = new_key ("secret");
  g_autoptr(BcKey) found = NULL;
  g_autoptr(GError) error = NULL;

  save (f, chart, key);
  g_assert_null (bc_chart_load (f->file, NULL, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED);
  g_clear_error (&error);
  g_assert_null (bc_chart_load_sealed (f->file, "wrong", &found, NULL, NULL, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_PASSWORD);
  g_assert_null (found);
}

/* A chart that gets a password: the version before, which had none, is sealed as well. */
static void
test_chart_gets_password (Fixture       *f,
                          gconstpointer  unused)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(BcChart) before = NULL;
  g_autoptr(BcKey) key = new_key ("secret");
  g_autoptr(GFile) backup = bc_save_get_backup (f->file);
  g_autoptr(GError) error = NULL;

  g_object_set (chart, "name", "Martha Sample", NULL);
  save (f, chart, NULL);
  g_object_set (chart, "reference", "1", NULL);
  save (f, chart, NULL);
  g_object_set (chart, "reference", "2", NULL);
  save (f, chart, key);
  assert_no_clear_text (f);
  before = bc_chart_load_sealed (backup, "secret", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bc_chart_get_reference (before), ==, "1");
}

static void
test_chart_loses_password (Fixture       *f,
                           gconstpointer  unused)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(BcChart) opened = NULL;
  g_autoptr(BcChart) before = NULL;
  g_autoptr(BcKey) key = new_key ("secret");
  g_autoptr(GFile) backup = bc_save_get_backup (f->file);
  g_autoptr(GError) error = NULL;

  save (f, chart, key);
  save (f, chart, NULL);
  opened = bc_chart_load (f->file, NULL, NULL, &error);
  g_assert_no_error (error);
  before = bc_chart_load_sealed (backup, "secret", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  /* A password too many is no fault. */
  g_clear_object (&opened);
  opened = bc_chart_load_sealed (f->file, "secret", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

#define ADD(name, function) g_test_add ("/seal/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seal/round-trip", test_round_trip);
  g_test_add_func ("/seal/nothing-shows", test_nothing_shows);
  g_test_add_func ("/seal/wrong-password", test_wrong_password);
  g_test_add_func ("/seal/damaged", test_damaged);
  g_test_add_func ("/seal/chunks", test_chunks);
  g_test_add_func ("/seal/hostile-costs", test_hostile_costs);
  g_test_add_func ("/seal/newer", test_newer);
  ADD ("chart", test_chart);
  ADD ("chart-asks", test_chart_asks);
  ADD ("chart-gets-password", test_chart_gets_password);
  ADD ("chart-loses-password", test_chart_loses_password);
  return g_test_run ();
}
