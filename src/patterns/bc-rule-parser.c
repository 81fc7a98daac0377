/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The grammar of the rules, by recursive descent:
 *
 *   expression = operand { AND operand } | operand { OR operand }
 *   operand    = NOT operand | "(" expression ")" | test
 *   test       = region(area[,side]) | anyregion(area|area...[,side]) | quality(quality,area) | answer(id)
 *              | age>=years | age<years
 *   side       = left | right | both
 */
#include "bc-rule-private.h"

#include "bc-error.h"
#include "bc-i18n.h"

#define MAX_DEPTH 16 /* nested parentheses and NOTs; the deepest rule of the maps has three */
#define MAX_AGE 150  /* years */
#define MAX_SHOWN 24 /* characters of a wrong rule in a message */
#define ID_LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

typedef struct
{
  const char *text;
  const char *at;
  guint       depth;
} Parser;

static BcRule *parse_expression (Parser  *parser,
                                 GError **error);

static void fail (const Parser  *parser,
                  BcFileError    code,
                  GError       **error,
                  const char    *format,
                  ...) G_GNUC_PRINTF (4, 5);

static void
fail (const Parser  *parser,
      BcFileError    code,
      GError       **error,
      const char    *format,
      ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: place in a rule, counted from 1, and what is wrong there */
  g_set_error (error, BC_FILE_ERROR, code, _("rule, character %d: %s"),
               (int) g_utf8_pointer_to_offset (parser->text, parser->at) + 1, what);
}

static void
skip_space (Parser *parser)
{
  while (g_ascii_isspace (*parser->at))
    parser->at++;
}

/* What follows, short enough for a message. */
static char *
dup_rest (const Parser *parser)
{
  return g_utf8_substring (parser->at, 0, MIN (g_utf8_strlen (parser->at, -1), MAX_SHOWN));
}

static gboolean
take (Parser     *parser,
      const char *token)
{
  skip_space (parser);
  if (!g_str_has_prefix (parser->at, token))
    return FALSE;
  parser->at += strlen (token);
  return TRUE;
}

static gboolean
require (Parser      *parser,
         const char  *token,
         GError     **error)
{
  if (take (parser, token))
    return TRUE;
  /* Translators: a sign such as a parenthesis that a rule lacks */
  fail (parser, BC_FILE_ERROR_SYNTAX, error, _("“%s” is missing; add it here"), token);
  return FALSE;
}

static char *
dup_word (Parser *parser)
{
  gsize length;
  char *word;

  skip_space (parser);
  length = strspn (parser->at, ID_LETTERS);
  word = g_strndup (parser->at, length);
  parser->at += length;
  return word;
}

/* Looks for AND, OR or NOT as a word of its own, so that a name may begin with these letters. */
static gboolean
take_operator (Parser     *parser,
               const char *name)
{
  skip_space (parser);
  if (strspn (parser->at, ID_LETTERS) != strlen (name))
    return FALSE;
  return take (parser, name);
}

static gboolean
parse_area (Parser  *parser,
            BcRule  *rule,
            GError **error)
{
  Parser start;
  g_autofree char *id = NULL;
  guint area;
  int number;

  skip_space (parser);
  start = *parser;
  id = dup_word (parser);
  number = bc_area_from_id (id);
  if (number < 0)
    {
      /* Translators: id found in a rule */
      fail (&start, BC_FILE_ERROR_VALUE, error,
            _("“%s” is no area of the atlas; use an id without its side, as leg-lateral"), id);
      return FALSE;
    }
  area = (guint) number;
  g_array_append_val (rule->areas, area);
  return TRUE;
}

static gboolean
parse_side (Parser  *parser,
            BcRule  *rule,
            GError **error)
{
  static const char *const sides[] = { "left", "right", "both" };
  Parser start;
  g_autofree char *word = NULL;

  if (!take (parser, ","))
    return TRUE;
  skip_space (parser);
  start = *parser;
  word = dup_word (parser);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (g_str_equal (word, sides[i]))
      {
        rule->side = (BcRuleSide) (BC_RULE_SIDE_LEFT + i);
        return TRUE;
      }
  /* Translators: word found in a rule */
  fail (&start, BC_FILE_ERROR_VALUE, error, _("“%s” is no side; use left, right or both"), word);
  return FALSE;
}

static BcRule *
parse_region (Parser    *parser,
              gboolean   many,
              GError   **error)
{
  g_autoptr(BcRule) rule = bc_rule_new (BC_RULE_REGION);

  do
    {
      if (!parse_area (parser, rule, error))
        return NULL;
    }
  while (many && take (parser, "|"));
  if (!parse_side (parser, rule, error) || !require (parser, ")", error))
    return NULL;
  return g_steal_pointer (&rule);
}

static BcRule *
parse_quality (Parser  *parser,
               GError **error)
{
  g_autoptr(BcRule) rule = bc_rule_new (BC_RULE_QUALITY);
  Parser start;
  g_autofree char *id = NULL;
  int value;

  skip_space (parser);
  start = *parser;
  id = dup_word (parser);
  if (!bc_terms_from_id (&bc_quality_terms, id, &value))
    {
      g_autofree char *list = bc_terms_dup_ids (&bc_quality_terms);

      /* Translators: word found in a rule, list of what may stand there */
      fail (&start, BC_FILE_ERROR_VALUE, error, _("“%s” is no quality; use one of: %s"), id, list);
      return NULL;
    }
  rule->quality = (BcQuality) value;
  if (!require (parser, ",", error) || !parse_area (parser, rule, error) || !require (parser, ")", error))
    return NULL;
  return g_steal_pointer (&rule);
}

static BcRule *
parse_answer (Parser  *parser,
              GError **error)
{
  g_autoptr(BcRule) rule = bc_rule_new (BC_RULE_ANSWER);

  rule->answer = dup_word (parser);
  if (*rule->answer == '\0')
    {
      fail (parser, BC_FILE_ERROR_SYNTAX, error, _("the id of an answer is missing; write it, as answer(fever)"));
      return NULL;
    }
  if (!require (parser, ")", error))
    return NULL;
  return g_steal_pointer (&rule);
}

static BcRule *
parse_age (Parser  *parser,
           GError **error)
{
  g_autoptr(BcRule) rule = NULL;
  g_autofree char *digits = NULL;
  guint64 years;

  if (take (parser, ">="))
    rule = bc_rule_new (BC_RULE_AGE_FROM);
  else if (take (parser, "<"))
    rule = bc_rule_new (BC_RULE_AGE_BELOW);
  else
    {
      fail (parser, BC_FILE_ERROR_SYNTAX, error, _("age is compared by >= or <; write it as age>=50 or age<17"));
      return NULL;
    }
  digits = dup_word (parser);
  if (!g_ascii_string_to_unsigned (digits, 10, 0, MAX_AGE, &years, NULL))
    {
      /* Translators: what was found in a rule, the largest age */
      fail (parser, BC_FILE_ERROR_VALUE, error, _("“%s” is no age in whole years; write 0 to %d"), digits, MAX_AGE);
      return NULL;
    }
  rule->age = (int) years;
  return g_steal_pointer (&rule);
}

static BcRule *
parse_test (Parser  *parser,
            GError **error)
{
  Parser start;
  g_autofree char *name = NULL;
  g_autofree char *rest = NULL;

  skip_space (parser);
  start = *parser;
  name = dup_word (parser);
  if (g_str_equal (name, "age"))
    return parse_age (parser, error);
  if (g_str_equal (name, "region") || g_str_equal (name, "anyregion"))
    return require (parser, "(", error) ? parse_region (parser, *name == 'a', error) : NULL;
  if (g_str_equal (name, "quality"))
    return require (parser, "(", error) ? parse_quality (parser, error) : NULL;
  if (g_str_equal (name, "answer"))
    return require (parser, "(", error) ? parse_answer (parser, error) : NULL;
  rest = dup_rest (&start);
  if (*rest == '\0')
    fail (&start, BC_FILE_ERROR_SYNTAX, error, _("the rule ends too early; add a test, as answer(fever)"));
  else
    /* Translators: rest of a rule */
    fail (&start, BC_FILE_ERROR_SYNTAX, error, _("“%s” is no test; use region, anyregion, quality, answer or age"),
          rest);
  return NULL;
}

static BcRule *
parse_operand (Parser  *parser,
               GError **error)
{
  g_autoptr(BcRule) rule = NULL;
  BcRule *operand;

  if (parser->depth >= MAX_DEPTH)
    {
      fail (parser, BC_FILE_ERROR_UNSAFE, error, _("nested too deep; split the rule in two"));
      return NULL;
    }
  parser->depth++;
  if (take_operator (parser, "NOT"))
    {
      operand = parse_operand (parser, error);
      if (operand == NULL)
        return NULL;
      rule = bc_rule_new (BC_RULE_NOT);
      g_ptr_array_add (rule->operands, operand);
    }
  else if (take (parser, "("))
    {
      rule = parse_expression (parser, error);
      if (rule == NULL || !require (parser, ")", error))
        return NULL;
    }
  else
    rule = parse_test (parser, error);
  parser->depth--;
  return g_steal_pointer (&rule);
}

static gboolean
take_and_or (Parser     *parser,
             BcRuleKind *kind)
{
  if (take_operator (parser, "AND"))
    *kind = BC_RULE_AND;
  else if (take_operator (parser, "OR"))
    *kind = BC_RULE_OR;
  else
    return FALSE;
  return TRUE;
}

static BcRule *
parse_expression (Parser  *parser,
                  GError **error)
{
  g_autoptr(BcRule) rule = parse_operand (parser, error);
  g_autoptr(BcRule) chain = NULL;
  BcRuleKind kind;

  if (rule == NULL)
    return NULL;
  while (take_and_or (parser, &kind))
    {
      BcRule *operand;

      if (chain != NULL && chain->kind != kind)
        {
          fail (parser, BC_FILE_ERROR_SYNTAX, error,
                _("AND and OR stand side by side; put parentheses around what belongs together"));
          return NULL;
        }
      if (chain == NULL)
        {
          chain = bc_rule_new (kind);
          g_ptr_array_add (chain->operands, g_steal_pointer (&rule));
        }
      operand = parse_operand (parser, error);
      if (operand == NULL)
        return NULL;
      g_ptr_array_add (chain->operands, operand);
    }
  return chain != NULL ? g_steal_pointer (&chain) : g_steal_pointer (&rule);
}

/**
 * bc_rule_parse:
 * @text: a rule, as `region(perineum) AND answer(saddle-numb)`
 *
 * Reads a rule. Areas and qualities are checked here; whether the answers are known is left to the caller, see
 * bc_rule_list_answers().
 *
 * Returns: (transfer full): the rule, %NULL with a %BC_FILE_ERROR that tells the place in the text
 */
BcRule *
bc_rule_parse (const char  *text,
               GError     **error)
{
  Parser parser = { text, text, 0 };
  g_autoptr(BcRule) rule = NULL;
  g_autofree char *rest = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  rule = parse_expression (&parser, error);
  if (rule == NULL)
    return NULL;
  skip_space (&parser);
  if (*parser.at == '\0')
    return g_steal_pointer (&rule);
  rest = dup_rest (&parser);
  /* Translators: rest of a rule */
  fail (&parser, BC_FILE_ERROR_SYNTAX, error, _("“%s” is left over; join tests with AND or OR"), rest);
  return NULL;
}
