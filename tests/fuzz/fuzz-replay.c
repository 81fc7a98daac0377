/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Runs a fuzz target without a fuzzer, so that the ordinary compiler and every test run see it: each file of the
 * folders given, then mutations of them from a fixed seed. A crash leaves the input that caused it.
 *
 * usage: fuzz-NAME [--runs N] [--seed S] FILE-OR-FOLDER...
 */

#include "fuzz-support.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More is slow, and finds nothing that less does not. */
#define MAX_SIZE 20000
/* Of one input. */
#define MAX_CHANGES 6

static int n_runs = 2000;
static int seed = 1;
static GStrv paths;

static const GOptionEntry entries[] = {
  { "runs", 'r', 0, G_OPTION_ARG_INT, &n_runs, "How many mutations", "N" },
  { "seed", 's', 0, G_OPTION_ARG_INT, &seed, "Other mutations", "S" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
  { NULL }
};

static const GByteArray *current; /* what is being read, for the crash handler */
static char crash_path[] = "fuzz-crash-input";

static const char *const tokens[] = {
  "", "<", ">", "/>", "\"", "=", "&", "&#x0;", "&#1114111;", "&amp;", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<!DOCTYPE",
  "<!ENTITY", "xmlns:a=\"b\"", "\xEF\xBB\xBF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\r\n", "\n\n", "\t", ",",
  "\"\"", "-", "0", "-0", "1", "4294967296", "-2147483649", "9223372036854775808", "1e308", "1e-400", "nan", "inf",
  "0.0000000001", "2026-02-30", "(((((((((((((((((((((((((((((((", "NOT NOT NOT ", "%s%n", "----\n",
};

static void
crashed_cb (int number)
{
  int fd = open (crash_path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  if (fd >= 0 && write (fd, current->data, current->len) == (gssize) current->len)
    {
      static const char text[] = "\n# the input that did this is in fuzz-crash-input\n";

      if (write (STDERR_FILENO, text, sizeof text - 1) < 0)
        _exit (1);
    }
  signal (number, SIG_DFL);
  raise (number);
}

static void
add_file (GPtrArray  *corpus,
          const char *path)
{
  g_autoptr(GError) error = NULL;
  char *text = NULL;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  g_ptr_array_add (corpus, g_byte_array_new_take ((guint8 *) text, size));
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_path (GPtrArray  *corpus,
          const char *path)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      add_file (corpus, path);
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_paths); /* the same mutations on every machine */
  for (guint i = 0; i < names->len; i++)
    add_file (corpus, g_ptr_array_index (names, i));
}

static guint
pick (GRand *rand,
      guint  n)
{
  return n > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) n) : 0;
}

static void
insert (GByteArray   *input,
        guint         at,
        const guint8 *data,
        guint         size)
{
  g_autofree guint8 *copy = g_memdup2 (data, size); /* it may be a part of @input */
  guint old = input->len;

  if (size == 0 || old + size > MAX_SIZE)
    return;
  g_byte_array_set_size (input, old + size);
  memmove (input->data + at + size, input->data + at, old - at);
  memcpy (input->data + at, copy, size);
}

static void
change (GByteArray *input,
        GPtrArray  *corpus,
        GRand      *rand)
{
  guint at = pick (rand, input->len);
  guint length = 1 + pick (rand, 1u << pick (rand, 10));

  length = MIN (length, input->len - at);
  switch (pick (rand, 8))
    {
    case 0:
      if (input->len > 0)
        input->data[at] ^= (guint8) (1u << pick (rand, 8));
      break;
    case 1:
      if (input->len > 0)
        input->data[at] = (guint8) pick (rand, 256);
      break;
    case 2:
      if (length > 0)
        g_byte_array_remove_range (input, at, length);
      break;
    case 3:
      insert (input, pick (rand, input->len + 1), input->data + at, length);
      break;
    case 4:
      if (pick (rand, 4) == 0)
        g_byte_array_set_size (input, at);
      break;
    case 5:
      {
        const GByteArray *other = g_ptr_array_index (corpus, pick (rand, corpus->len));
        guint from = pick (rand, other->len);

        length = 1 + pick (rand, 400);
        insert (input, at, other->data + from, MIN (other->len - from, length));
        break;
      }
    default:
      {
        const char *token = tokens[pick (rand, G_N_ELEMENTS (tokens))];

        insert (input, at, (const guint8 *) token, (guint) strlen (token));
        break;
      }
    }
}

static void
run (const GByteArray *input)
{
  /* A copy of its exact size, so that reading past its end is seen. */
  g_autofree guint8 *data = input->len > 0 ? g_memdup2 (input->data, input->len) : g_malloc (1);

  current = input;
  LLVMFuzzerTestOneInput (data, input->len);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GPtrArray) corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  g_autoptr(GRand) rand = NULL;
  g_autoptr(GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    add_path (corpus, paths[i]);
  g_assert_cmpuint (corpus->len, >, 0);
  signal (SIGABRT, crashed_cb);
  signal (SIGSEGV, crashed_cb);
  signal (SIGFPE, crashed_cb);
  signal (SIGTERM, crashed_cb); /* the time-out of a test run */

  for (guint i = 0; i < corpus->len; i++)
    run (g_ptr_array_index (corpus, i));
  rand = g_rand_new_with_seed ((guint32) seed);
  for (int i = 0; i < n_runs; i++)
    {
      const GByteArray *origin = g_ptr_array_index (corpus, pick (rand, corpus->len));
      g_autoptr(GByteArray) input = g_byte_array_new ();

      g_byte_array_append (input, origin->data, MIN (origin->len, MAX_SIZE));
      for (guint n = 1 + pick (rand, MAX_CHANGES); n > 0; n--)
        change (input, corpus, rand);
      run (input);
    }
  g_print ("1..1\nok 1 %u files and %d mutations of them\n", corpus->len, n_runs);
  g_strfreev (paths);
  return 0;
}
