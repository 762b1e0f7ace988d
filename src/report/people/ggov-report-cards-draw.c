/* ggov-report-cards-draw.c: cards of stairwells, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-cards-private.h"
#include "ggov-report-contact.h"
#include "ggov-report-qr.h"

/* All on a card of A6, in millimetres from its edges. */
#define EDGE_MM    6.0
#define BAND_MM    25.0  /* height of the coloured band below the edge */
#define DOOR_MM    34.0  /* where building and unit stand */
#define LIST_MM    50.0  /* where people begin */
#define LIST_TO_MM 107.0 /* and end */
#define ROW_MM     9.5
#define QR_MM      32.0
#define FOOT_MM    9.0   /* from the bottom */
#define RULE_PT    0.5
#define CUT_MM     4.0

#define BAND_COLOUR 0.12, 0.29, 0.53

/* So many lines at the most; who comes later stands on no card. */
#define MOST_LINES 9

/* A line of a card: whom to call for what. */
typedef struct
{
  const char *role;
  const char *name;
  const char *phone; /* (nullable) */
  const GgovRosterRecord *leave; /* (nullable): of a person on leave */
} Line;

static double
mm (double millimetres)
{
  return ggov_report_points (millimetres);
}

/* One line, made smaller where it is too wide. The box is as high as a line of the pen. */
static void
write_fitting (GgovReportPen  *pen,
               cairo_t        *cr,
               const char     *text,
               double          x,
               double          y,
               double          width,
               PangoAlignment  align)
{
  const double natural = _ggov_report_pen_get_width (pen, text);
  const double scale = natural > width ? width / natural : 1;
  const double pitch = _ggov_report_pen_get_pitch (pen);
  const GgovReportBox box = { 0, 0, width / scale + 1, align };

  cairo_save (cr);
  /* The box is a point wider than it need be, at the side where that does not show. */
  cairo_translate (cr, x - (align == PANGO_ALIGN_CENTER ? 0.5 : align == PANGO_ALIGN_RIGHT) * scale,
                   y + pitch * (1 - scale) / 2);
  cairo_scale (cr, scale, scale);
  _ggov_report_pen_draw (pen, cr, text, &box);
  cairo_restore (cr);
}

/* What a card says ------------------------------------------------------------------------- */

static void
add_line (GArray     *lines,
          const Line *line)
{
  if (lines->len < MOST_LINES)
    g_array_append_vals (lines, line, 1);
}

/* @record: (nullable) */
static void
add_person (GArray                 *lines,
            const GgovRosterRecord *record)
{
  if (record)
    add_line (lines, &(const Line) { record->role, record->name, record->phone,
                                     record->substitute ? record : NULL });
}

static void
add_leaders (GArray     *lines,
             GPtrArray  *leaders,
             const char *role)
{
  if (leaders->len == 0)
    add_line (lines, &(const Line) { role, C_("roster", "vacant"), NULL, NULL });

  for (guint i = 0; i < leaders->len; i++)
    add_person (lines, ggov_roster_row_get_record (leaders->pdata[i]));
}

/* (nullable): the first of a grid's people who has a role, or of a family of roles */
static const GgovRosterRecord *
find_person (GPtrArray  *people,
             const char *code)
{
  for (guint i = 0; people && i < people->len; i++)
    {
      const GgovRosterRecord *record = ggov_roster_row_get_record (people->pdata[i]);

      if (g_strcmp0 (record->role_code, code) == 0 || g_strcmp0 (record->family_code, code) == 0)
        return record;
    }

  return NULL;
}

/* (element-type Line): the nearest first */
static GArray *
list_lines (GPtrArray            *people,
            const GgovReportDoor *door)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  add_person (lines, find_person (people, "full_time_member"));
  add_leaders (lines, door->house->leaders, C_("roster", "Building leader"));
  add_leaders (lines, door->unit->leaders, C_("roster", "Unit leader"));
  add_person (lines, find_person (people, "department_police"));
  add_person (lines, find_person (people, "department_medical"));

  return lines;
}

/* (nullable) (transfer none): made once for all cards of a grid */
static cairo_surface_t *
get_code (GgovReportCards        *self,
          const GgovRosterRecord *record)
{
  g_autofree char *vcard = NULL;
  cairo_surface_t *code;

  if (!self->with_phones || record == NULL || record->phone == NULL)
    return NULL;

  vcard = ggov_report_contact_dup_vcard (record);
  if ((code = g_hash_table_lookup (self->codes, vcard)))
    return code;

  if ((code = ggov_report_qr_new (vcard, mm (QR_MM))))
    g_hash_table_insert (self->codes, g_steal_pointer (&vcard), code);

  return code;
}

/* Drawing ---------------------------------------------------------------------------------- */

static void
draw_band (GgovReportCards       *self,
           cairo_t               *cr,
           const GgovReportHouse *house)
{
  const double left = mm (EDGE_MM);
  const double width = mm (GGOV_REPORT_CARD_WIDTH_MM - 2 * EDGE_MM);
  /* Translators: on a card at the door: the grid's number */
  g_autofree char *code = g_strdup_printf (C_("door card", "Grid code %s"), house->grid_code);

  cairo_set_source_rgb (cr, BAND_COLOUR);
  cairo_rectangle (cr, left, mm (EDGE_MM), width, mm (BAND_MM));
  cairo_fill (cr);

  cairo_set_source_rgb (cr, 1, 1, 1);
  write_fitting (self->grid_pen, cr, house->grid, left + mm (3), mm (EDGE_MM + 4),
                 width - mm (6), PANGO_ALIGN_CENTER);
  write_fitting (self->text_pen, cr, code, left + mm (3), mm (EDGE_MM + BAND_MM - 8.5),
                 width - mm (6), PANGO_ALIGN_CENTER);
}

static void
draw_door (GgovReportCards      *self,
           cairo_t              *cr,
           const GgovReportDoor *door)
{
  g_autofree char *unit = _ggov_report_dup_unit (door->unit->number);
  g_autofree char *words = g_strdup_printf ("%s  %s", door->house->name, unit);

  cairo_set_source_rgb (cr, 0, 0, 0);
  write_fitting (self->door_pen, cr, words, mm (EDGE_MM + 2), mm (DOOR_MM),
                 mm (GGOV_REPORT_CARD_WIDTH_MM - 2 * EDGE_MM - 4), PANGO_ALIGN_CENTER);
}

/* Who stands in until when, at the foot of a line. */
static void
draw_leave (GgovReportCards *self,
            cairo_t         *cr,
            const Line      *line,
            double           foot)
{
  g_autofree char *words = ggov_roster_dup_leave (line->leave, self->with_phones);

  write_fitting (self->small_pen, cr, words, mm (EDGE_MM + 30),
                 foot - _ggov_report_pen_get_pitch (self->small_pen), mm (61), PANGO_ALIGN_LEFT);
}

static void
draw_line (GgovReportCards *self,
           cairo_t         *cr,
           const Line      *line,
           double           y,
           double           height)
{
  const double left = mm (EDGE_MM + 2);
  const double lift = line->leave ? _ggov_report_pen_get_pitch (self->small_pen) : 0;
  const double middle = y + (height - lift) / 2;
  const double pitch = _ggov_report_pen_get_pitch (self->name_pen);
  const double text_pitch = _ggov_report_pen_get_pitch (self->text_pen);

  write_fitting (self->text_pen, cr, line->role, left, middle - text_pitch / 2, mm (26),
                 PANGO_ALIGN_LEFT);
  write_fitting (self->name_pen, cr, line->name, left + mm (28), middle - pitch / 2, mm (27),
                 PANGO_ALIGN_LEFT);
  if (self->with_phones && line->phone)
    write_fitting (self->name_pen, cr, line->phone, left + mm (57), middle - pitch / 2, mm (32),
                   PANGO_ALIGN_RIGHT);
  if (line->leave)
    draw_leave (self, cr, line, y + height - RULE_PT);

  cairo_set_line_width (cr, RULE_PT);
  cairo_move_to (cr, left, y + height);
  cairo_line_to (cr, mm (GGOV_REPORT_CARD_WIDTH_MM - EDGE_MM - 2), y + height);
  cairo_stroke (cr);
}

static void
draw_lines (GgovReportCards *self,
            cairo_t         *cr,
            const GArray    *lines)
{
  const double height = MIN (mm (ROW_MM), mm (LIST_TO_MM - LIST_MM) / MAX (lines->len, 1));

  for (guint i = 0; i < lines->len; i++)
    draw_line (self, cr, &g_array_index (lines, Line, i), mm (LIST_MM) + i * height, height);
}

/* @code: (nullable) */
static void
draw_below (GgovReportCards *self,
            cairo_t         *cr,
            cairo_surface_t *code)
{
  const double top = mm (GGOV_REPORT_CARD_HEIGHT_MM - FOOT_MM - QR_MM);
  const double left = code ? mm (EDGE_MM + QR_MM + 1) : mm (EDGE_MM + 2);
  const double right = mm (GGOV_REPORT_CARD_WIDTH_MM - EDGE_MM - 2);
  const char *words[] = {
    C_("door card", "Whatever it is: call your grid member first"),
    code ? C_("door card", "Scan to save the grid member’s phone") : NULL,
  };
  double y = top + mm (4);

  if (code)
    {
      cairo_set_source_surface (cr, code, mm (EDGE_MM), top);
      cairo_paint (cr);
    }

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const GgovReportBox box = { left, y, right - left, PANGO_ALIGN_LEFT };

      _ggov_report_pen_draw (self->text_pen, cr, words[i], &box);
      if (words[i])
        y += _ggov_report_pen_get_pitch (self->text_pen) *
             (_ggov_report_pen_count_lines (self->text_pen, words[i], right - left) + 0.4);
    }
}

static void
draw_foot (GgovReportCards *self,
           cairo_t         *cr,
           const char      *community)
{
  const double y = mm (GGOV_REPORT_CARD_HEIGHT_MM - FOOT_MM) - 1;
  const double left = mm (EDGE_MM + 2);
  const double width = mm (GGOV_REPORT_CARD_WIDTH_MM - 2 * EDGE_MM - 4);
  g_autofree char *who = g_strdup_printf ("%s  %s", self->office ? self->office : "", community);

  write_fitting (self->small_pen, cr, who, left, y, width * 0.6, PANGO_ALIGN_LEFT);
  write_fitting (self->small_pen, cr, self->foot, left + width * 0.6, y, width * 0.4,
                 PANGO_ALIGN_RIGHT);
}

static void
draw_frame (cairo_t *cr)
{
  cairo_set_source_rgb (cr, BAND_COLOUR);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, mm (EDGE_MM), mm (EDGE_MM), mm (GGOV_REPORT_CARD_WIDTH_MM - 2 * EDGE_MM),
                   mm (GGOV_REPORT_CARD_HEIGHT_MM - EDGE_MM - EDGE_MM + 1.5));
  cairo_stroke (cr);
}

static void
draw_card (GgovReportCards      *self,
           cairo_t              *cr,
           const GgovReportDoor *door)
{
  GPtrArray *people = g_hash_table_lookup (self->people, &door->house->grid_id);
  g_autoptr(GArray) lines = list_lines (people, door);

  if (self->watermark)
    {
      cairo_set_source_surface (cr, self->watermark, 0, 0);
      cairo_paint (cr);
    }

  draw_band (self, cr, door->house);
  draw_door (self, cr, door);
  draw_lines (self, cr, lines);
  draw_below (self, cr, get_code (self, find_person (people, "full_time_member")));
  draw_foot (self, cr, door->house->community);
  draw_frame (cr);
}

static void
draw_mark (cairo_t *cr,
           double   x0,
           double   y0,
           double   x1,
           double   y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
}

/* Short lines at the edges of the sheet, and where cuts cross. */
static void
draw_cuts (GgovReportCards *self,
           cairo_t         *cr)
{
  const double width = mm (self->page.width_mm);
  const double height = mm (self->page.height_mm);
  const double length = mm (CUT_MM);

  for (guint i = 1; i < self->grid.columns; i++)
    {
      const double x = width * i / self->grid.columns;

      draw_mark (cr, x, 0, x, length);
      draw_mark (cr, x, height - length, x, height);
      for (guint j = 1; j < self->grid.rows; j++)
        draw_mark (cr, x, height * j / self->grid.rows - length / 2, x,
                   height * j / self->grid.rows + length / 2);
    }

  for (guint j = 1; j < self->grid.rows; j++)
    {
      const double y = height * j / self->grid.rows;

      draw_mark (cr, 0, y, length, y);
      draw_mark (cr, width - length, y, width, y);
      for (guint i = 1; i < self->grid.columns; i++)
        draw_mark (cr, width * i / self->grid.columns - length / 2, y,
                   width * i / self->grid.columns + length / 2, y);
    }

  cairo_set_source_rgb (cr, 0.4, 0.4, 0.4);
  cairo_set_line_width (cr, RULE_PT / 2);
  cairo_stroke (cr);
}

void
_ggov_report_cards_draw (GgovReportPager *pager,
                         cairo_t         *cr,
                         guint            page)
{
  GgovReportCards *self = GGOV_REPORT_CARDS (pager);
  const guint n = self->grid.columns * self->grid.rows;

  for (guint i = 0; i < n && page * n + i < self->doors->len; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, mm (self->page.width_mm) * (i % self->grid.columns) / self->grid.columns,
                       mm (self->page.height_mm) * (i / self->grid.columns) / self->grid.rows);
      cairo_scale (cr, self->grid.scale, self->grid.scale);
      draw_card (self, cr, &g_array_index (self->doors, GgovReportDoor, page * n + i));
      cairo_restore (cr);
    }
  draw_cuts (self, cr);
}
