/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Three ways to put the six views into a window, each with two shares to choose. All are tried, and the one with
 * the largest views wins, front and back counting most: no breakpoints, and no size at which it looks wrong.
 */

#include "bc-board-layout.h"

#include <math.h>

/* Between views and around them, in pixels. */
#define GAP 6
/* A view is not narrower than its caption needs, while there is room, in pixels. */
#define MIN_WIDTH 150

typedef void (*Arrange) (double  width,
                         double  height,
                         double  first,
                         double  second,
                         BcBox  *places);

/* Front, back, left, right side by side, then soles over hands. */
static void
arrange_row (double  width,
             double  height,
             double  first,
             double  second,
             BcBox  *places)
{
  double large = width / (2 + 2 * first + second);
  double small = large * first;
  double last = large * second;
  double top = height * 0.36;

  places[BC_VIEW_FRONT] = (BcBox) { 0, 0, large, height };
  places[BC_VIEW_BACK] = (BcBox) { large, 0, large, height };
  places[BC_VIEW_LEFT] = (BcBox) { 2 * large, 0, small, height };
  places[BC_VIEW_RIGHT] = (BcBox) { 2 * large + small, 0, small, height };
  places[BC_VIEW_SOLES] = (BcBox) { width - last, 0, last, top };
  places[BC_VIEW_HANDS] = (BcBox) { width - last, top, last, height - top };
}

/* Front and back, then left and right over soles and hands. */
static void
arrange_side (double  width,
              double  height,
              double  first,
              double  second,
              BcBox  *places)
{
  double large = width * (1 - first) / 2;
  double small = width * first / 2;
  double top = height * (0.5 + second / 2);

  places[BC_VIEW_FRONT] = (BcBox) { 0, 0, large, height };
  places[BC_VIEW_BACK] = (BcBox) { large, 0, large, height };
  places[BC_VIEW_LEFT] = (BcBox) { 2 * large, 0, small, top };
  places[BC_VIEW_RIGHT] = (BcBox) { 2 * large + small, 0, small, top };
  places[BC_VIEW_SOLES] = (BcBox) { 2 * large, top, small, height - top };
  places[BC_VIEW_HANDS] = (BcBox) { 2 * large + small, top, small, height - top };
}

/* Front and back over all the others. */
static void
arrange_below (double  width,
               double  height,
               double  first,
               double  second,
               BcBox  *places)
{
  double top = height * (1 - first);
  double small = width * (0.15 + 0.2 * second);
  double last = (width - 2 * small) / 2;

  places[BC_VIEW_FRONT] = (BcBox) { 0, 0, width / 2, top };
  places[BC_VIEW_BACK] = (BcBox) { width / 2, 0, width / 2, top };
  places[BC_VIEW_LEFT] = (BcBox) { 0, top, small, height - top };
  places[BC_VIEW_RIGHT] = (BcBox) { small, top, small, height - top };
  places[BC_VIEW_SOLES] = (BcBox) { 2 * small, top, last, height - top };
  places[BC_VIEW_HANDS] = (BcBox) { 2 * small + last, top, last, height - top };
}

static double
view_scale (const BcBox *view,
            const BcBox *place,
            double       caption)
{
  return MIN ((place->width - 2 * GAP) / view->width, (place->height - 2 * GAP - caption) / view->height);
}

/* The logarithm makes it a matter of proportion: half the size hurts as much wherever it happens. */
static double
rate (const BcBox *views,
      const BcBox *places,
      double       caption)
{
  /* Five: with three, figures with broad shoulders lost a fifth of front and back to the sides. */
  static const double weights[BC_N_VIEWS] = { 5, 5, 1, 1, 0.5, 0.5 };
  double sum = 0;

  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      double scale = view_scale (&views[i], &places[i], caption);

      if (scale <= 0)
        return -G_MAXDOUBLE;
      sum += weights[i] * log (scale);
    }
  return sum;
}

/*
 * Draws two places in until the views just fill them, at one scale and with the tops of both at one height, so
 * that captions stand close to the figure and a shoulder is as high in front as behind.
 */
static void
fit_pair (const BcBox *views,
          guint        one,
          guint        two,
          double       caption,
          BcBox       *places)
{
  double scale = MIN (view_scale (&views[one], &places[one], caption), view_scale (&views[two], &places[two], caption));
  double tallest = MAX (views[one].height, views[two].height) * scale + caption;

  for (guint i = one; i <= two; i++)
    {
      double width = MAX (views[i].width * scale, MIN (places[i].width - 2 * GAP, MIN_WIDTH));

      places[i].x += (places[i].width - width) / 2;
      places[i].y += (places[i].height - tallest) / 2;
      places[i].width = MAX (1, width);
      places[i].height = MAX (1, views[i].height * scale + caption);
    }
}

/* The same for one view that has the place to itself. */
static void
fit_one (const BcBox *view,
         double       caption,
         BcBox       *place)
{
  BcBox places[] = { *place, *place };
  const BcBox views[] = { *view, *view };

  fit_pair (views, 0, 1, caption, places);
  *place = places[0];
}

/**
 * bc_board_layout_one:
 * @view: its size in mm of the body
 * @width: of the window's part, in pixels
 * @height: the same
 * @caption: the room above the view for its name, in pixels
 * @place: (out): where it goes
 *
 * Lays one view out alone.
 */
void
bc_board_layout_one (const BcBox *view,
                     double       width,
                     double       height,
                     double       caption,
                     BcBox       *place)
{
  g_return_if_fail (view != NULL && place != NULL);

  *place = (BcBox) { 0, 0, width, height };
  fit_one (view, caption, place);
}

/**
 * bc_board_layout:
 * @views: [%BC_N_VIEWS]: the size of each view in mm of the body
 * @width: of the window's part, in pixels
 * @height: the same
 * @caption: the room above each view for its name, in pixels
 * @places: (out): [%BC_N_VIEWS]: where each view goes; they don't overlap and lie within @width and @height
 *
 * Lays the six views out: front and back large, the others beside or below them.
 */
void
bc_board_layout (const BcBox *views,
                 double       width,
                 double       height,
                 double       caption,
                 BcBox       *places)
{
  static const Arrange ways[] = { arrange_side, arrange_row, arrange_below };
  BcBox trial[BC_N_VIEWS];
  double best = -G_MAXDOUBLE;

  g_return_if_fail (views != NULL && places != NULL);

  arrange_side (width, height, 0.5, 0.3, places);
  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    for (int first = 2; first <= 14; first++)
      for (int second = 1; second <= 14; second++)
        {
          double rating;

          ways[way] (width, height, first * 0.05, second * 0.05, trial);
          rating = rate (views, trial, caption);
          if (rating > best)
            {
              best = rating;
              memcpy (places, trial, sizeof trial);
            }
        }
  fit_pair (views, BC_VIEW_FRONT, BC_VIEW_BACK, caption, places);
  fit_pair (views, BC_VIEW_LEFT, BC_VIEW_RIGHT, caption, places);
  fit_one (&views[BC_VIEW_SOLES], caption, &places[BC_VIEW_SOLES]);
  fit_one (&views[BC_VIEW_HANDS], caption, &places[BC_VIEW_HANDS]);
}
