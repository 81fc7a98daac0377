/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What somebody who edits the maps relies on: the schema and the program accept the same files, and a mistake is
 * answered with its file, its line and what to do.
 */
#include "bc-dermatome-map.h"
#include "bc-error.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <unistd.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

#define NS " xmlns=\"https://bodychart.github.io/ns/patterns/1\""
#define FAMILY "<patterns" NS " family=\"trial\">\n<name>Trial</name>\n"
#define FEEL " bilateral=\"no\" qualities=\"ache\" depth=\"deep\""
#define PATTERN "<pattern id=\"trial-1\"" FEEL " management=\"m-sij\" sources=\"clin\">\n<name>Trial</name>\n"
#define ZONE "<zone area=\"shin\" side=\"same\" probability=\"0.5\" grade=\"C\" sources=\"clin\"/>\n"
#define NAMED "<name>Trial</name>\n"
#define SHIN "\n<zone area=\"shin\" side=\"same\""
#define DISCRIMINATOR "<discriminators" NS ">\n<discriminator id=\"d-1\"" WEIGHT
#define TEST "<discriminators" NS ">\n<discriminator id=\"d-1\" kind=\"test\"" FOR
#define ASKED "<question>Q</question>\n</discriminator>\n</discriminators>"
#define RED_FLAG "<red-flags" NS ">\n<red-flag id=\"rf-1\" urgency=\"soon\" patterns=\"sij\" sources=\"clin\">\n" \
                 "<meaning>M</meaning>\n"
#define DERMATOMES "<dermatome-maps" NS ">\n<dermatome-map id=\"map-1\" sources=\"clin\">\n<name>M</name>\n" \
                   "<about>A</about>\n"
#define END_DERMATOMES "</dermatome-map>\n</dermatome-maps>"
#define FIGURE "<published-figures" NS ">\n<figure pattern=\"sij\" source=\"clin\""
#define COUNTED ">\n<name>Trial</name>\n</figure>\n</published-figures>"
#define INSTRUMENT "<instruments" NS ">\n<instrument id=\"i-1\" sources=\"clin\">\n<name>I</name>\n"
#define ITEM "<item id=\"1\" side=\"left\" areas=\"shin\">\n<name>Shin</name>\n"
#define TOTAL "<total id=\"sum\"><name>Sum</name><rule>R</rule></total>\n"
#define END_INSTRUMENT "</instrument>\n</instruments>"
#define END_RED_FLAG "</red-flag>\n</red-flags>"
#define END "</pattern>\n</patterns>\n"
#define WEIGHT " kind=\"history\"" FOR
#define FOR " direction=\"for\" strength=\"weak\" basis=\"direction only\" sources=\"clin\""

static const struct
{
  const char *text;   /* of a file beside the real ones */
  int         line;   /* where the mistake is */
  const char *what;   /* words of the message */
  const char *advice;
  gboolean    schema; /* whether the schema alone sees it; ids and rules are beyond a schema */
} wrong[] = {
  { "<patterns family=\"trial\"><name>Trial</name></patterns>", 1, "not in the namespace", "write xmlns=", TRUE },
  { "<levels" NS "/>", 1, "<levels> starts no kind of maps file", "use one of: sources, factors", TRUE },
  { "<maps" NS ">\n<levels/>\n</maps>", 2, "<levels> starts no kind of maps file", "use one of: sources", TRUE },
  { "<maps" NS " version=\"2\"/>", 1, "“version” is not known in <maps>", "use one of", TRUE },
  { "<patterns" NS ">\n<name>Trial</name>\n</patterns>", 1, "without “family”", "add the attribute", TRUE },
  { "<patterns" NS " family=\"trial\">\n</patterns>", 1, "<patterns> has no <name>", "add a <name>", FALSE },
  { "<patterns" NS " family=\"disc\">\n<name>Disc</name>\n</patterns>", 1, "“disc” is used twice", "another id",
    FALSE },
  { "<patterns" NS " family=\"own-knee\">\n<name>Knee</name>\n</patterns>", 1, "“own-knee” begins with “own-”",
    "choose another", FALSE },
  { FAMILY "<source/>\n</patterns>", 3, "<source> is not expected in <patterns>", "use one of: pattern", TRUE },

  { FAMILY PATTERN END, 3, "<pattern> has no <zone>", "add a <zone>", TRUE },
  { FAMILY PATTERN ZONE "</patterns>", 6, "not well-formed", "correct this line", TRUE },
  { FAMILY PATTERN ZONE "<zones/>\n" END, 6, "<zones> is not expected", "name, about, zone", TRUE },
  { FAMILY PATTERN ZONE ZONE END, 6, "two zones of the same side", "keep one", FALSE },
  { FAMILY PATTERN "<name>Again</name>\n" ZONE END, 5, "stands here twice", "keep one", TRUE },
  { FAMILY PATTERN "<about>  </about>\n" ZONE END, 5, "<about> is empty", "write its text", TRUE },
  { FAMILY PATTERN "<about>It is <b>bold</b></about>\n" ZONE END, 5, "holds another element", "plain text", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " management=\"m-sij\" sources=\"clin\">\n" ZONE END, 3, "has no <name>",
    "add a <name>", TRUE },
  { FAMILY "<pattern id=\"root-l5\"" FEEL " management=\"m-sij\" sources=\"clin\">\n<name>L5</name>\n" ZONE END, 3,
    "“root-l5” is used twice", "another id", FALSE },
  { FAMILY "<pattern id=\"Knee pain\"" FEEL " management=\"m-sij\" sources=\"clin\">\n" NAMED ZONE END, 3,
    "“Knee pain” is not allowed", "small letters", TRUE },
  { FAMILY "<pattern" FEEL " management=\"m-sij\" sources=\"clin\">\n" NAMED ZONE END, 3, "without “id”",
    "add the attribute", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " management=\"m-sij\">\n<name>N</name>\n" ZONE END, 3,
    "names nothing in “sources”", "at least one id", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " sources=\"clin\">\n" NAMED ZONE END, 3,
    "names nothing in “management”", "at least one id", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " management=\"m-knees\" sources=\"clin\">\n" NAMED ZONE END, 3,
    "“m-knees” is not known in management.xml", "correct the id or add it", FALSE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " management=\"m-sij\" sources=\"clin clin\">\n<name>N</name>\n" ZONE END, 3,
    "“clin” stands there twice", "keep one", FALSE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " management=\"m-sij m-knee\" sources=\"clin\">\n" NAMED ZONE END,
    3, "has one management", "keep one id", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " group=\"g-none\" management=\"m-sij\" sources=\"clin\">\n" NAMED
    ZONE END, 3, "group: “g-none” is not known in groups.xml", "correct the id", FALSE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " easing=\"dancing\" management=\"m-sij\" sources=\"clin\">\n" NAMED
    ZONE END, 3, "easing: “dancing” is not known in factors.xml", "correct the id", FALSE },
  { FAMILY "<pattern id=\"trial-1\" qualitis=\"ache\"" FEEL " management=\"m-sij\" sources=\"clin\">\n" NAMED
    ZONE END, 3, "“qualitis” is not known in <pattern>", "use one of: id, level", TRUE },
  { FAMILY "<pattern id=\"trial-1\" bilateral=\"no\" qualities=\"dull\" depth=\"deep\" management=\"m-sij\" "
    "sources=\"clin\">\n" NAMED ZONE END, 3, "“dull” names an unknown quality", "ache", TRUE },
  { FAMILY "<pattern id=\"trial-1\" bilateral=\"maybe\" qualities=\"ache\" depth=\"deep\" management=\"m-sij\" "
    "sources=\"clin\">\n" NAMED ZONE END, 3, "bilateral is “maybe”", "no, yes, usual", TRUE },
  { FAMILY "<pattern id=\"trial-1\" bilateral=\"no\" qualities=\"ache\" management=\"m-sij\" "
    "sources=\"clin\">\n" NAMED ZONE END, 3, "without “depth”", "add the attribute", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " ages=\"old\" management=\"m-sij\" sources=\"clin\">\n" NAMED ZONE
    END, 3, "“old” is no range of years", "8-16", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " ages=\"60-20\" management=\"m-sij\" sources=\"clin\">\n" NAMED ZONE
    END, 3, "“60-20” is no range of years", "8-16", FALSE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " prior=\"0.1\" prior-sources=\"clin\" management=\"m-sij\" "
    "sources=\"clin\">\n"
    "<name>N</name>\n" ZONE END, 3, "a share of some group", "prior-population", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " prior=\"0.1\" prior-population=\"all\" management=\"m-sij\" "
    "sources=\"clin\">\n" NAMED ZONE END, 3, "names nothing in “prior-sources”", "at least one id", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " women=\"0.7\" management=\"m-sij\" sources=\"clin\">\n" NAMED ZONE END, 3,
    "names nothing in “women-sources”", "at least one id", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " women=\"70\" women-sources=\"clin\" management=\"m-sij\" "
    "sources=\"clin\">\n" NAMED ZONE END, 3, "women=\"70\"", "from 0 to 1", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " prior-population=\"all\" prior-sources=\"clin\" management=\"m-sij\" "
    "sources=\"clin\">\n" NAMED ZONE END, 3, "“prior-population” stands without “prior”", "add the second", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " women-sources=\"clin\" management=\"m-sij\" sources=\"clin\">\n" NAMED
    ZONE END, 3, "“women-sources” stands without “women”", "take out the first", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " easing=\"\" management=\"m-sij\" sources=\"clin\">\n" NAMED ZONE END, 3,
    "names nothing in “easing”", "at least one id", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " group=\"\" management=\"m-sij\" sources=\"clin\">\n" NAMED ZONE END, 3,
    "names nothing in “group”", "at least one id", TRUE },
  { FAMILY "<pattern id=\"trial-1\"" FEEL " prior=\"10 %\" prior-population=\"all\" prior-sources=\"clin\" "
    "management=\"m-sij\" sources=\"clin\">\n" NAMED ZONE END, 3, "prior=\"10 %\"", "from 0 to 1", TRUE },

  { FAMILY PATTERN "\n<zone area=\"leg-lateral-right\" side=\"same\" probability=\"0.5\" grade=\"C\" "
    "sources=\"clin\"/>\n"
    END, 6, "“leg-lateral-right” is no area", "without its side", FALSE },
  { FAMILY PATTERN "\n<zone area=\"shin\" side=\"front\" probability=\"0.5\" grade=\"C\" sources=\"clin\"/>\n" END, 6,
    "side is “front”", "same, other, both, left, right", TRUE },
  { FAMILY PATTERN SHIN " probability=\"50\" grade=\"C\" sources=\"clin\"/>\n" END, 6,
    "probability=\"50\"", "from 0 to 1", TRUE },
  { FAMILY PATTERN SHIN " probability=\"nan\" grade=\"C\" sources=\"clin\"/>\n" END, 6,
    "probability=\"nan\"", "from 0 to 1", TRUE },
  { FAMILY PATTERN SHIN " grade=\"C\" sources=\"clin\"/>\n" END, 6,
    "without “probability”", "add the attribute", TRUE },
  { FAMILY PATTERN SHIN " probability=\"0.5\" grade=\"D\" sources=\"clin\"/>\n" END, 6,
    "grade is “D”", "A, B, C", TRUE },
  { FAMILY PATTERN SHIN " probability=\"0.5\" grade=\"C\" sources=\"smith2031\"/>\n" END, 6,
    "“smith2031” is not known in sources.xml", "correct the id or add it", FALSE },
  { FAMILY PATTERN SHIN " probability=\"0.5\" grade=\"C\"/>\n" END, 6,
    "names nothing in “sources”", "at least one id", TRUE },

  { "<sources" NS ">\n<source id=\"s-1\" type=\"review\" obtained=\"heard\">\n<citation>C</citation>\n"
    "</source>\n</sources>",
    2, "obtained is “heard”", "read, known", TRUE },
  { "<sources" NS ">\n<source id=\"s-1\" type=\"review\" obtained=\"read\">\n</source>\n</sources>", 2,
    "has no <citation>", "add a <citation>", TRUE },
  { "<sources" NS ">\n<source id=\"s-1\" type=\"review\" n=\"many\" obtained=\"read\">\n<citation>C</citation>\n"
    "</source>\n"
    "</sources>", 2, "n=\"many\"", "write a whole number", TRUE },
  { "<sources" NS ">\n<source id=\"s-1\" type=\"review\" identifiers=\"\" obtained=\"read\">\n<citation>C</citation>\n"
    "</source>\n</sources>", 2, "without “identifiers”", "add the attribute", TRUE },
  { "<factors" NS ">\n\n<factor id=\"f-1\" kind=\"load\"/>\n</factors>", 3, "<factor> has no <name>",
    "add a <name>", TRUE },
  { "<factors" NS " lang=\"en\"/>", 1, "“lang” is not known in <factors>", "use one of", TRUE },
  { "<management" NS ">\n<kind id=\"m-1\" grade=\"C\" sources=\"clin\">\n<name>N</name>\n"
    "<assess><item>a</item></assess>\n"
    "</kind>\n</management>", 2, "<kind> has no <care>", "add a <care>", TRUE },
  { "<management" NS ">\n<kind id=\"m-1\" grade=\"C\" sources=\"clin\">\n<name>N</name>\n<assess/>\n"
    "</kind>\n</management>", 4, "<assess> has no <item>", "add a <item>", TRUE },
  { "<groups" NS ">\n<group id=\"g-1\" parent=\"g-2\">\n<name>G</name>\n</group>\n</groups>", 2,
    "the group “g-2” is not known", "add the group", FALSE },
  { "<groups" NS ">\n<group id=\"g-1\" parent=\"g-l5\">\n<name>G</name>\n</group>\n</groups>", 2,
    "groups nest one step only", "without a parent", FALSE },
  { "<groups" NS ">\n<group id=\"g-1\" parent=\"g-1\">\n<name>G</name>\n</group>\n</groups>", 2,
    "groups nest one step only", "without a parent", FALSE },
  { "<groups" NS ">\n<group id=\"g-1\" umbrella=\"root-l5\">\n<name>G</name>\n</group>\n</groups>", 2,
    "“root-l5” is no pattern of this group", "whose group is this one", FALSE },
  { "<answers" NS ">\n<answer id=\"a-1\"/>\n</answers>", 2, "<answer> is not expected", "use one of: topic", TRUE },
  { "<answers" NS ">\n<topic>\n<name>T</name>\n<answer id=\"sitting\"><question>Q</question></answer>\n</topic>\n"
    "</answers>", 4, "“sitting” is used twice", "another id", FALSE },

  { DISCRIMINATOR " bears-on=\"root-l9\">\n" ASKED, 2, "“root-l9” is no pattern", "family:disc", FALSE },
  { DISCRIMINATOR " bears-on=\"family:knee\">\n" ASKED, 2, "“family:knee” is no pattern", "family:disc", FALSE },
  { DISCRIMINATOR " bears-on=\" \">\n" ASKED, 2, "names nothing in “bears-on”", "at least one id", TRUE },
  { DISCRIMINATOR " bears-on=\"sij\" lr-negative=\"0\">\n" ASKED, 2, "a likelihood ratio is 0", "smallest ratio",
    TRUE },
  { DISCRIMINATOR " bears-on=\"sij\" lr-positive=\"-2\">\n" ASKED, 2, "lr-positive=\"-2\"", "from 0 to 1000", TRUE },
  { DISCRIMINATOR " bears-on=\"sij\" same-as=\"d-none\">\n" ASKED, 2, "“d-none” asks no question", "name the", FALSE },
  { DISCRIMINATOR " bears-on=\"sij\" same-as=\"d-fever\">\n" ASKED, 2, "“d-fever” asks no question", "name the",
    FALSE },
  { DISCRIMINATOR " bears-on=\"sij\">\n</discriminator>\n</discriminators>", 2,
    "has no <question>", "add a <question>", TRUE },
  { TEST " load=\"gentle\" bears-on=\"sij\">\n" ASKED, 2, "has no <how>", "add a <how>", TRUE },
  { TEST " bears-on=\"sij\">\n<how>H</how>" ASKED, 2, "without “load”", "add the attribute", TRUE },
  { TEST " load=\"hard\" bears-on=\"sij\">\n<how>H</how>" ASKED, 2, "load is “hard”", "gentle, moderate, provocative",
    TRUE },
  { TEST " load=\"gentle\" bears-on=\"sij\">\n<how> </how>" ASKED, 3, "<how> is empty", "write its text", TRUE },
  { DISCRIMINATOR " load=\"gentle\" bears-on=\"sij\">\n" ASKED, 2, "<how> is missing", "add a <how>", TRUE },
  { DISCRIMINATOR " practice=\"daily\" bears-on=\"sij\">\n" ASKED, 2, "practice is “daily”",
    "ordinary, everyday, elaborate, questionnaire", TRUE },
  { DISCRIMINATOR " ask-next=\"never\" bears-on=\"sij\">\n" ASKED, 2, "ask-next is “never”", "yes, no, without-age",
    TRUE },
  { DISCRIMINATOR " weakness=\"leg\" bears-on=\"sij\">\n" ASKED, 2, "weakness is “leg”", "no, any, muscle", TRUE },
  { DISCRIMINATOR " follow-up-of=\"\" bears-on=\"sij\">\n" ASKED, 2, "names nothing in “follow-up-of”",
    "at least one id", TRUE },
  { DISCRIMINATOR " follow-up-of=\"d-none\" bears-on=\"sij\">\n" ASKED, 2, "“d-none” is no question",
    "name a discriminator", FALSE },

  { RED_FLAG "<rule>answer(fevre)</rule>\n" END_RED_FLAG, 4, "answer(fevre), which is not known", "answers.xml",
    FALSE },
  { RED_FLAG "<rule>answer(fever) AND OR</rule>\n" END_RED_FLAG, 4, "rule, character 19", "use region", FALSE },
  { "<red-flags" NS ">\n<red-flag id=\"rf-1\" urgency=\"now\" patterns=\"sij\" sources=\"clin\">\n"
    "<meaning>M</meaning>\n"
    "<rule>answer(fever)</rule>\n" END_RED_FLAG, 2, "urgency is “now”", "soon, urgent, emergency", TRUE },
  { "<red-flags" NS ">\n<red-flag id=\"rf-1\" urgency=\"soon\" always=\"often\" patterns=\"sij\" sources=\"clin\">\n"
    "<meaning>M</meaning>\n"
    "<rule>answer(fever)</rule>\n" END_RED_FLAG, 2, "always is “often”", "no, yes", TRUE },
  { RED_FLAG END_RED_FLAG, 2, "has no <rule>", "add a <rule>", TRUE },

  { DERMATOMES END_DERMATOMES, 2, "<dermatome-map> has no <level>", "add a <level>", TRUE },
  { DERMATOMES "<level name=\"L5\"/>\n" END_DERMATOMES, 5, "<level> has no <zone>", "add a <zone>", TRUE },
  { DERMATOMES "<level name=\"fifth lumbar\">\n" ZONE "</level>\n" END_DERMATOMES, 5,
    "“fifth lumbar” is too long", "at most 8 characters", TRUE },
  { DERMATOMES "<level pattern=\"hip-oa\"/>\n" END_DERMATOMES, 5, "“hip joint” is too long", "at most 8 characters",
    FALSE },
  { DERMATOMES "<level/>\n" END_DERMATOMES, 5, "without “name”", "add the attribute", TRUE },
  { DERMATOMES "<level pattern=\"derm-l9\"/>\n" END_DERMATOMES, 5, "pattern: “derm-l9” is not known",
    "correct the id", FALSE },
  { DERMATOMES "<level pattern=\"derm-l4 derm-l5\"/>\n" END_DERMATOMES, 5, "name one pattern", "that has a level",
    TRUE },
  { DERMATOMES "<level pattern=\"derm-l5\">\n" ZONE "</level>\n" END_DERMATOMES, 6,
    "<zone> stands in a level that has the zones of a pattern", "take the element out", TRUE },
  { DERMATOMES "<level pattern=\"derm-l5\"/>\n<level name=\"L5\">\n" ZONE "</level>\n" END_DERMATOMES, 6,
    "the level “L5” stands here twice", "keep one", FALSE },
  { DERMATOMES "<level name=\"L5\">\n" SHIN " probability=\"5\" grade=\"B\" sources=\"clin\"/>\n</level>\n"
    END_DERMATOMES, 7, "probability=\"5\"", "from 0 to 1", TRUE },
  { DERMATOMES "<level name=\"L5\">\n<point area=\"shin\" sources=\"clin\">P</point>\n</level>\n" END_DERMATOMES, 6,
    "without “grade”", "add the attribute", TRUE },
  { DERMATOMES "<level name=\"L5\">\n<point area=\"chin\" grade=\"B\" sources=\"clin\">P</point>\n</level>\n"
    END_DERMATOMES, 6, "“chin” is no area", "without its side", FALSE },
  { DERMATOMES "<level name=\"L5\">\n<point area=\"shin\" grade=\"B\" sources=\"clin\"/>\n</level>\n"
    END_DERMATOMES, 6, "<point> is empty", "write its text", TRUE },
  { DERMATOMES "<level name=\"L5\">\n<point area=\"shin\" grade=\"B\" sources=\"smith2031\">P</point>\n</level>\n"
    END_DERMATOMES, 6, "“smith2031” is not known in sources.xml", "correct the id", FALSE },
  { "<dermatome-maps" NS ">\n<dermatome-map id=\"sij\" sources=\"clin\">\n<name>M</name>\n<about>A</about>\n"
    "<level pattern=\"derm-l5\"/>\n" END_DERMATOMES, 2, "“sij” is used twice", "another id", FALSE },
  { FIGURE " percent=\"150\" areas=\"shin\"" COUNTED, 2, "percent=\"150\"", "from 0 to 100", TRUE },
  { FIGURE " areas=\"shin\"" COUNTED, 2, "without “percent”", "add the attribute", TRUE },
  { FIGURE " percent=\"50\"" COUNTED, 2, "without “areas”", "add the attribute", TRUE },
  { FIGURE " percent=\"50\" areas=\" \"" COUNTED, 2, "names nothing in “areas”", "at least one id", TRUE },
  { FIGURE " percent=\"50\" areas=\"shin chin\"" COUNTED, 2, "“chin” is no area", "without its side", FALSE },
  { FIGURE " percent=\"50\" areas=\"shin shin\"" COUNTED, 2, "“shin” stands there twice", "keep one", FALSE },
  { FIGURE " percent=\"50\" n=\"0\" areas=\"shin\"" COUNTED, 2, "n=\"0\"", "from 1", TRUE },
  { FIGURE " percent=\"50\" areas=\"shin\" followed=\"no\"" COUNTED, 2, "<figure> has no <note>", "add a <note>", TRUE },
  { FIGURE " percent=\"50\" areas=\"shin\">\n</figure>\n</published-figures>", 2, "has no <name>", "add a <name>",
    TRUE },
  { "<published-figures" NS ">\n<figure pattern=\"sij\" source=\"smith2031\" percent=\"50\" areas=\"shin\"" COUNTED, 2,
    "“smith2031” is not known in sources.xml", "correct the id", FALSE },
  { "<published-figures" NS ">\n<figure pattern=\"knee\" source=\"clin\" percent=\"50\" areas=\"shin\"" COUNTED, 2,
    "“knee” is not known", "correct the id", FALSE },
  { "<published-figures" NS ">\n<figure pattern=\"sij root-l5\" source=\"clin\" percent=\"50\" areas=\"shin\"" COUNTED, 2,
    "belongs to one pattern", "keep one id", TRUE },

  { INSTRUMENT END_INSTRUMENT, 2, "<instrument> has no <total>", "add a <total>", TRUE },
  { INSTRUMENT ITEM "</item>\n" END_INSTRUMENT, 4, "<item> has no <rule>", "add a <rule>", TRUE },
  { INSTRUMENT "<rule>R</rule>\n" ITEM "</item>\n" ITEM "</item>\n" END_INSTRUMENT, 8, "“1” is used twice",
    "another id", FALSE },
  { INSTRUMENT TOTAL TOTAL END_INSTRUMENT, 5, "“sum” is used twice", "another id", FALSE },
  { INSTRUMENT "<rule>R</rule>\n<item id=\"1\" side=\"both\" areas=\"shin\"><name>N</name></item>\n" END_INSTRUMENT, 5,
    "side is “both”", "left, right, either, each", TRUE },
  { INSTRUMENT "<rule>R</rule>\n<item id=\"1\" side=\"left\" areas=\"shin-left\"><name>N</name></item>\n"
    END_INSTRUMENT, 5, "“shin-left” is no area", "without its side", FALSE },
  { INSTRUMENT "<rule>R</rule>\n<item id=\"1\" side=\"left\"><name>N</name></item>\n" END_INSTRUMENT, 5,
    "without “areas”", "add the attribute", TRUE },
  { INSTRUMENT "<total id=\"sum\"><name>Sum</name></total>\n" END_INSTRUMENT, 4, "<total> has no <rule>",
    "add a <rule>", TRUE },
  { INSTRUMENT "<score/>\n" END_INSTRUMENT, 4, "<score> is not expected", "name, rule, item, total", TRUE },
  { "<instruments" NS ">\n<instrument id=\"i-1\" sources=\"smith2031\">\n<name>I</name>\n" TOTAL END_INSTRUMENT, 2,
    "“smith2031” is not known in sources.xml", "correct the id", FALSE },
  { "<instruments" NS ">\n<instrument id=\"sij\" sources=\"clin\">\n<name>I</name>\n" TOTAL END_INSTRUMENT, 2,
    "“sij” is used twice", "another id", FALSE },
  { "<patterns" NS " family=\"trial\">\n<name>Trial</name>\n<evidence> </evidence>\n</patterns>", 3,
    "<evidence> is empty", "write its text", TRUE },
};

static char *
dup_source_path (const char *folder)
{
  return g_test_build_filename (G_TEST_DIST, "..", "resources", folder, NULL);
}

/* (transfer full): a folder with links to the real maps */
static char *
make_folder (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *real = dup_source_path ("patterns");
  g_autoptr(GDir) dir = g_dir_open (real, 0, &error);
  char *folder;
  const char *name;

  g_assert_no_error (error);
  folder = g_dir_make_tmp ("bodychart-maps-XXXXXX", &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (real, name, NULL);
      g_autofree char *to = g_build_filename (folder, name, NULL);

      g_assert_cmpint (symlink (from, to), ==, 0);
    }
  return folder;
}

static void
remove_folder (char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

static void
write_trial (const char *folder,
             const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "trial.xml", NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
count_error_cb (void        *data,
                xmlErrorPtr  e)
{
  (*(guint *) data)++;
}

static xmlRelaxNG *
load_schema (void)
{
  g_autofree char *folder = dup_source_path ("schemas");
  g_autofree char *path = g_build_filename (folder, "patterns.rng", NULL);
  g_autoptr(xmlRelaxNGParserCtxt) context = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *schema = xmlRelaxNGParse (context);

  g_assert_nonnull (schema);
  return schema;
}

static gboolean
is_valid (xmlRelaxNG *schema,
          const char *text)
{
  guint n_errors = 0;
  g_autoptr(xmlDoc) doc = xmlReadMemory (text, (int) strlen (text), "trial.xml", NULL,
                                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  g_autoptr(xmlRelaxNGValidCtxt) context = xmlRelaxNGNewValidCtxt (schema);

  xmlRelaxNGSetValidStructuredErrors (context, (xmlStructuredErrorFunc) (GCallback) count_error_cb, &n_errors);
  return doc != NULL && xmlRelaxNGValidateDoc (context, doc) == 0 && n_errors == 0;
}

static void
test_schema_accepts (void)
{
  g_autofree char *folder = dup_source_path ("patterns");
  g_autoptr(xmlRelaxNG) schema = load_schema ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      if (!is_valid (schema, text))
        g_error ("%s does not follow the schema", name);
      n_files++;
    }
  g_assert_cmpuint (n_files, ==, 12 + 10);
}

static void
test_schema_refuses (void)
{
  g_autoptr(xmlRelaxNG) schema = load_schema ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (is_valid (schema, wrong[i].text) == wrong[i].schema)
      g_error ("the schema says otherwise on: %s", wrong[i].text);
}

static void
test_messages (void)
{
  char *folder = make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(BcMaps) maps = NULL;
      g_autofree char *place = g_strdup_printf ("%s/trial.xml:%d: ", folder, wrong[i].line);

      write_trial (folder, wrong[i].text);
      maps = bc_maps_load_folder (folder, &error);
      if (maps != NULL)
        g_error ("accepted: %s", wrong[i].text);
      g_assert_true (error->domain == BC_FILE_ERROR);
      if (!g_str_has_prefix (error->message, place) || strstr (error->message, wrong[i].what) == NULL
          || strstr (error->message, wrong[i].advice) == NULL)
        g_error ("%s\n%s", error->message, wrong[i].text);
    }
  remove_folder (folder);
}

/* A new family is a new file, nothing else. */
static void
test_new_family (void)
{
  g_autoptr(xmlRelaxNG) schema = load_schema ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BcMaps) maps = NULL;
  const char *text = FAMILY PATTERN "<about>Two\n   lines</about>\n" ZONE END;
  char *folder = make_folder ();
  const BcPattern *pattern;

  g_assert_true (is_valid (schema, text));
  write_trial (folder, text);
  maps = bc_maps_load_folder (folder, &error);
  g_assert_no_error (error);
  pattern = bc_maps_lookup_pattern (maps, "trial-1");
  g_assert_cmpuint (maps->patterns->len, ==, bc_maps_get_default ()->patterns->len + 1);
  g_assert_cmpstr (pattern->family->name, ==, "Trial");
  g_assert_cmpstr (pattern->about, ==, "Two lines");
  g_assert_cmpfloat (bc_pattern_get_probability (pattern, BC_SIDE_LEFT, bc_region_from_id ("shin-left")), ==, 0.5);
  remove_folder (folder);
}

/* More levels than an overlay can colour are not dropped quietly. */
static void
test_many_levels (void)
{
  GString *text = g_string_new (DERMATOMES);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcMaps) maps = NULL;
  char *folder = make_folder ();

  for (guint i = 0; i < BC_DERMATOME_MAX_LEVELS + 1; i++)
    g_string_append_printf (text, "<level name=\"X%u\">" ZONE "</level>\n", i);
  g_string_append (text, END_DERMATOMES);
  write_trial (folder, text->str);
  maps = bc_maps_load_folder (folder, &error);
  g_assert_null (maps);
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "at most 64 levels"));
  g_string_free (text, TRUE);
  remove_folder (folder);
}

static void
test_folders (void)
{
  g_autofree char *empty = g_dir_make_tmp ("bodychart-maps-XXXXXX", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) missing = NULL;
  g_autoptr(BcMaps) maps = bc_maps_load_folder (empty, &error);

  g_assert_null (maps);
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "holds no XML file"));
  g_assert_cmpint (g_rmdir (empty), ==, 0);
  maps = bc_maps_load_folder (empty, &missing);
  g_assert_null (maps);
  g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maps-files/schema-accepts", test_schema_accepts);
  g_test_add_func ("/maps-files/schema-refuses", test_schema_refuses);
  g_test_add_func ("/maps-files/messages", test_messages);
  g_test_add_func ("/maps-files/new-family", test_new_family);
  g_test_add_func ("/maps-files/many-levels", test_many_levels);
  g_test_add_func ("/maps-files/folders", test_folders);
  return g_test_run ();
}
