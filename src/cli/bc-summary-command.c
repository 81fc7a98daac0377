/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary.h"

#include "bc-command.h"
#include "bc-i18n.h"

static GStrv opt_files;
static char *opt_output;
static char *opt_paper;
static char *opt_clinic;
static char *opt_address;
static char *opt_logo;
static gboolean opt_patient;
static gboolean opt_letter;
static double opt_dpi = BC_PICTURE_USUAL_DPI;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &opt_output, N_("Write the summary to this file"),
    N_("OUT.pdf|svg|png") },
  BC_COMMAND_PASSWORD_FD,
  { "patient", 0, 0, G_OPTION_ARG_NONE, &opt_patient,
    N_("Write the patient’s copy: what was reported, in plain words, without any finding"), NULL },
  { "letter", 0, 0, G_OPTION_ARG_NONE, &opt_letter, N_("Write a referral letter to a colleague"), NULL },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &opt_paper, N_("The paper: a4 or letter; that of your country if left out"),
    N_("SIZE") },
  { "clinic", 0, 0, G_OPTION_ARG_STRING, &opt_clinic, N_("The name of the clinic, at the head of the paper"), N_("NAME") },
  { "address", 0, 0, G_OPTION_ARG_STRING, &opt_address, N_("What stands below it, in lines"), N_("TEXT") },
  { "logo", 0, 0, G_OPTION_ARG_FILENAME, &opt_logo, N_("The logo beside it, a PNG picture"), N_("LOGO.png") },
  { "resolution", 'r', 0, G_OPTION_ARG_DOUBLE, &opt_dpi, N_("Dots an inch of a PNG, usually 200"), N_("DPI") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_files, NULL, NULL },
  { NULL }
};

const BcCommandHelp bc_summary_help = {
  "summary",
  N_("FILE"),
  N_("Write the session summary of a chart as PDF, SVG or PNG"),
  N_("The summary is that of the last visit, with the findings that the clinician ticked. The suffix of OUT says what is "
     "written. Of SVG and PNG each page is a file: out.png, out-2.png and so on. A file that is there already is replaced."),
};

static BcSummaryKind
get_kind (void)
{
  if (opt_patient)
    return BC_SUMMARY_PATIENT;
  return opt_letter ? BC_SUMMARY_LETTER : BC_SUMMARY_SESSION;
}

static gboolean
parse_paper (BcPaper *paper)
{
  static const char *const names[] = { [BC_PAPER_A4] = "a4", [BC_PAPER_LETTER] = "letter" };

  *paper = BC_PAPER_LOCALE;
  if (opt_paper == NULL)
    return TRUE;
  for (guint i = BC_PAPER_A4; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (opt_paper, names[i]) == 0)
      *paper = (BcPaper) i;
  return *paper != BC_PAPER_LOCALE;
}

/* Gives NULL where the logo was asked for and cannot be read. */
static BcClinic *
make_clinic (void)
{
  cairo_surface_t *logo = NULL;
  BcClinic *clinic;

  if (opt_logo != NULL)
    {
      g_autoptr(GFile) file = bc_command_open (opt_logo);
      g_autoptr(GError) error = NULL;

      logo = bc_clinic_load_logo (file, &error);
      if (logo == NULL)
        {
          bc_command_report (opt_logo, error);
          return NULL;
        }
    }
  clinic = bc_clinic_new (opt_clinic != NULL ? opt_clinic : "", opt_address != NULL ? opt_address : "", logo);
  g_clear_pointer (&logo, cairo_surface_destroy);
  return clinic;
}

static BcExit
summarise (const char      *file,
           BcPaper          paper,
           BcSummaryFormat  format)
{
  g_autoptr(GFile) target = bc_command_open (opt_output);
  g_autoptr(BcClinic) clinic = make_clinic ();
  g_autoptr(BcSummary) summary = NULL;
  g_autoptr(BcChart) chart = NULL;
  g_autoptr(GError) error = NULL;
  BcVisit *visit;

  chart = bc_command_load (file, &visit);
  if (chart == NULL || clinic == NULL || !bc_command_check_output (opt_output))
    return BC_EXIT_BAD;
  summary = bc_summary_new (chart, visit, bc_maps_get_default ());
  bc_summary_set_kind (summary, get_kind ());
  bc_summary_set_paper (summary, paper);
  bc_summary_set_clinic (summary, clinic);
  if (bc_summary_export (summary, target, format, opt_dpi, &error))
    return BC_EXIT_OK;
  bc_command_report (opt_output, error);
  return BC_EXIT_BAD;
}

/* Whether the options fit together; says what is wrong with them. */
static gboolean
check_options (BcPaper         *paper,
               BcSummaryFormat *format)
{
  const char *name = bc_summary_help.name;

  if (opt_files == NULL)
    bc_command_fail_usage (name, "%s", _("A file is missing"));
  else if (opt_files[1] != NULL)
    bc_command_fail_usage (name, "%s", _("Only one file at a time"));
  else if (opt_output == NULL)
    bc_command_fail_usage (name, "%s", _("The option -o is missing"));
  else if (opt_patient && opt_letter)
    bc_command_fail_usage (name, "%s", _("Choose either --patient or --letter"));
  else if (!parse_paper (paper))
    bc_command_fail_usage (name, _("Unknown paper “%s”: a4 or letter"), opt_paper);
  else if (!bc_summary_find_format (opt_output, format))
    /* Translators: %s is the name of a file */
    bc_command_fail_usage (name, _("“%s” is no kind of file that the summary can be; end its name in .pdf, .svg or .png"),
                           opt_output);
  else if (!(opt_dpi >= BC_PICTURE_MIN_DPI && opt_dpi <= BC_PICTURE_MAX_DPI))
    bc_command_fail_usage (name, _("A resolution is %d to %d dots an inch"), BC_PICTURE_MIN_DPI, BC_PICTURE_MAX_DPI);
  else
    return TRUE;
  return FALSE;
}

/**
 * bc_summary_command:
 * @arguments: the command line from "summary" on
 *
 * Writes the session summary of one chart.
 *
 * Returns: the exit code
 */
BcExit
bc_summary_command (GStrv arguments)
{
  g_autoptr(GFile) source = NULL;
  g_autoptr(GFile) target = NULL;
  BcSummaryFormat format;
  BcPaper paper;

  if (!bc_command_parse (&bc_summary_help, entries, arguments) || !check_options (&paper, &format))
    return BC_EXIT_USAGE;
  source = bc_command_open (opt_files[0]);
  target = bc_command_open (opt_output);
  if (g_file_equal (source, target))
    return bc_command_fail_usage (bc_summary_help.name, "%s", _("The summary would replace the chart"));
  bc_summary_prepare_fonts ();
  bc_command_tell_problems ();
  return summarise (opt_files[0], paper, format);
}
