/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-command.h"

#include "bc-i18n.h"
#include "bc-maps.h"

#include <json-glib/json-glib.h>

static gboolean opt_json;

static const GOptionEntry entries[] = {
  { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &opt_json,
    N_("Print one JSON object a line, for programs"), NULL },
  { NULL }
};

const BcCommandHelp bc_maps_help = {
  "maps",
  "",
  N_("List every map, and say where maps of your own go"),
  N_("Lists the patterns of each family with their ids. Those of maps of your own are marked."),
};

static void
print_family (const BcMaps   *maps,
              const BcFamily *family)
{
  g_print ("%s [%s]\n", family->name, family->id);
  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);

      if (pattern->family == family)
        g_print ("  %s [%s]\n", pattern->name, pattern->id);
    }
}

static void
print_json (const BcPattern *pattern)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "pattern");
  json_builder_add_string_value (builder, pattern->id);
  json_builder_set_member_name (builder, "family");
  json_builder_add_string_value (builder, pattern->family->id);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, pattern->name);
  if (pattern->own_file != NULL)
    {
      json_builder_set_member_name (builder, "own_file");
      json_builder_add_string_value (builder, pattern->own_file);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  line = json_generator_to_data (generator, NULL);
  g_print ("%s\n", line);
}

/**
 * bc_command_print_own_folders:
 *
 * Says where maps of a clinic's own are looked for.
 */
void
bc_command_print_own_folders (void)
{
  g_auto(GStrv) folders = bc_maps_list_own_folders ();

  g_print ("%s\n", _("Maps of your own are read from these folders:"));
  for (char **folder = folders; *folder != NULL; folder++)
    {
      g_autofree char *shown = g_filename_display_name (*folder);

      if (g_file_test (*folder, G_FILE_TEST_IS_DIR))
        g_print ("  %s\n", shown);
      else
        /* Translators: %s is a folder */
        g_print (_("  %s (not there yet)\n"), shown);
    }
}

/**
 * bc_maps_command:
 * @arguments: the command line from "maps" on
 *
 * Lists all patterns, by family.
 *
 * Returns: the exit code
 */
BcExit
bc_maps_command (GStrv arguments)
{
  const BcMaps *maps;

  if (!bc_command_parse (&bc_maps_help, entries, arguments))
    return BC_EXIT_USAGE;
  if (g_strv_length (arguments) > (opt_json ? 2 : 1))
    return bc_command_fail_usage (bc_maps_help.name, "%s", _("This command takes no file"));
  bc_command_tell_problems ();
  maps = bc_maps_get_default ();
  for (guint i = 0; opt_json && i < maps->patterns->len; i++)
    print_json (g_ptr_array_index (maps->patterns, i));
  for (guint i = 0; !opt_json && i < maps->families->len; i++)
    print_family (maps, g_ptr_array_index (maps->families, i));
  if (!opt_json)
    bc_command_print_own_folders ();
  return bc_command_flush ();
}
