/* ggov-clock-offer.c: changes the office's clock once it is known what that does to deadlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-clock-offer.h"
#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-store-clock.h"

#define FIRST_YEAR 2000
#define LAST_YEAR  2099

#define KEY_OFFER "ggov-offer"

typedef struct
{
  GtkWindow         *parent;  /* (owned) */
  GgovSession       *session; /* (owned) */
  GgovClockDeed      deed;    /* with texts of its own */
  int                year;    /* of the notice */
  guint              n_days;  /* that it names */
  GgovClockDoneFunc  done;
  GObject           *data;    /* (owned) */
} Offer;

static void
offer_free (Offer *offer)
{
  g_clear_object (&offer->parent);
  g_clear_object (&offer->session);
  g_clear_pointer (&offer->deed.notice, g_bytes_unref);
  g_free ((char *) offer->deed.entries);
  g_free ((char *) offer->deed.name);
  g_clear_object (&offer->data);
  g_free (offer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

static Offer *
offer_new (GtkWindow           *parent,
           GgovSession         *session,
           const GgovClockDeed *deed,
           GgovClockDoneFunc    done,
           GObject             *data)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->parent = g_object_ref (parent);
  offer->session = g_object_ref (session);
  offer->deed = *deed;
  offer->deed.notice = deed->notice ? g_bytes_ref (deed->notice) : NULL;
  offer->deed.entries = g_strdup (deed->entries);
  offer->deed.name = g_strdup (deed->name);
  offer->done = done;
  offer->data = g_object_ref (data);

  return offer;
}

/* Proposing --------------------------------------------------------------------------------- */

/* The year is the one that a calendar of weekends alone has announced with the notice. */
static gboolean
read_notice (Offer       *offer,
             const char  *json,
             gsize        length,
             GError     **error)
{
  g_autoptr(GgovCalendar) plain = ggov_calendar_new_plain ();
  g_autoptr(GgovCalendar) calendar = ggov_calendar_with_json (plain, json, length, error);

  if (calendar == NULL)
    return FALSE;

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    if (ggov_calendar_is_announced (calendar, year))
      {
        g_autoptr(GArray) days = ggov_calendar_list_days (calendar, year);

        offer->year = year;
        offer->n_days = days->len;
      }

  return TRUE;
}

static GgovCalendar *
follow_notice (Offer         *offer,
               GgovCalendar  *calendar,
               GError       **error)
{
  gsize length;
  const char *json = g_bytes_get_data (offer->deed.notice, &length);

  if (!read_notice (offer, json ? json : "", length, error))
    return NULL;

  return ggov_calendar_with_json (calendar, json ? json : "", length, error);
}

static GgovCalendar *
follow_own_day (Offer         *offer,
                GgovCalendar  *calendar,
                GError       **error)
{
  g_autoptr(GArray) days = ggov_calendar_list_exceptions (calendar);
  const GgovCalendarDay own = {
    offer->deed.day, offer->deed.kind == GGOV_DAY_HOLIDAY, offer->deed.name,
  };

  for (guint i = days->len; i > 0; i--)
    if (g_array_index (days, GgovCalendarDay, i - 1).day == own.day)
      g_array_remove_index (days, i - 1);
  if (offer->deed.kind == GGOV_DAY_HOLIDAY || offer->deed.kind == GGOV_DAY_MAKE_UP)
    g_array_append_val (days, own);

  return ggov_calendar_with_exceptions (calendar, (const GgovCalendarDay *) (void *) days->data,
                                        days->len, error);
}

/* The clock as it would be. */
static GgovOfficeClock *
propose (Offer   *offer,
         GError **error)
{
  GgovOfficeClock *now = ggov_session_get_clock (offer->session);
  g_autoptr(GgovCalendar) calendar = ggov_calendar_ref (ggov_office_clock_get_calendar (now));
  g_autoptr(GgovWorkSchedule) schedule =
    ggov_work_schedule_ref (ggov_office_clock_get_schedule (now));

  if (offer->deed.entries)
    {
      g_clear_pointer (&schedule, ggov_work_schedule_unref);
      schedule = ggov_work_schedule_new_parse (offer->deed.entries, error);
    }
  else
    {
      g_autoptr(GgovCalendar) other = offer->deed.notice ? follow_notice (offer, calendar, error)
                                                         : follow_own_day (offer, calendar, error);

      g_clear_pointer (&calendar, ggov_calendar_unref);
      calendar = g_steal_pointer (&other);
    }

  return calendar && schedule ? ggov_office_clock_new (calendar, schedule) : NULL;
}

/* Doing ------------------------------------------------------------------------------------- */

static char *
dup_done (const Offer *offer)
{
  g_autofree char *day = ggov_local_day_format (offer->deed.day);

  if (offer->deed.notice)
    return g_strdup_printf (_("Holidays of %d taken in"), offer->year);
  if (offer->deed.entries)
    return g_strdup (_("Office hours changed"));
  if (offer->deed.kind == GGOV_DAY_HOLIDAY)
    return g_strdup_printf (_("%s is a day off"), day);
  if (offer->deed.kind == GGOV_DAY_MAKE_UP)
    return g_strdup_printf (_("%s is worked"), day);

  return g_strdup_printf (_("%s is as announced"), day);
}

static void
end (const Offer  *offer,
     const GError *error,
     gint64        change_id)
{
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : dup_done (offer);

  offer->done (offer->data, sentence, change_id);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Offer) offer = user_data;
  g_autoptr(GError) error = NULL;
  gint64 change_id = 0;

  ggov_store_change_finish (GGOV_STORE (object), result, &change_id, &error);
  end (offer, error, change_id);
}

/* Takes @offer over. */
static void
write_deed (Offer *offer)
{
  GgovStore *store = ggov_session_get_store (offer->session);
  const GgovClockDeed *deed = &offer->deed;

  if (deed->notice)
    ggov_store_take_notice_async (store, deed->notice, NULL, NULL, written_cb, offer);
  else if (deed->entries)
    ggov_store_set_schedule_async (store, deed->entries, NULL, NULL, written_cb, offer);
  else
    ggov_store_set_own_day_async (store, deed->day, deed->kind, deed->name, NULL, NULL,
                                  written_cb, offer);
}

/* Asking ------------------------------------------------------------------------------------ */

static char *
dup_heading (const Offer *offer)
{
  g_autofree char *day = ggov_local_day_format (offer->deed.day);

  if (offer->deed.notice)
    return g_strdup_printf (_("Take In the Holidays of %d?"), offer->year);
  if (offer->deed.entries)
    return g_strdup (_("Change the Office Hours?"));
  if (offer->deed.kind == GGOV_DAY_HOLIDAY)
    return g_strdup_printf (_("Have %s Off?"), day);
  if (offer->deed.kind == GGOV_DAY_MAKE_UP)
    return g_strdup_printf (_("Work on %s?"), day);

  return g_strdup_printf (_("Leave %s to the Notices?"), day);
}

static char *
dup_body (const Offer *offer,
          int          n_moved)
{
  GgovCalendar *calendar =
    ggov_office_clock_get_calendar (ggov_session_get_clock (offer->session));
  GString *text = g_string_new (NULL);

  if (offer->deed.notice)
    {
      g_string_append_printf (text, ngettext ("The notice names %u day.",
                                              "The notice names %u days.", offer->n_days),
                              offer->n_days);
      g_string_append_c (text, ' ');
      if (ggov_calendar_is_announced (calendar, offer->year))
        g_string_append (text, _("It takes the place of what is known of that year. "));
    }

  if (n_moved == 0)
    g_string_append (text, _("No deadline of an open issue changes."));
  else
    g_string_append_printf (text, ngettext ("The deadline of %d open issue changes.",
                                            "The deadlines of %d open issues change.", n_moved),
                            n_moved);
  g_string_append_c (text, ' ');
  g_string_append (text, _("It is one change and can be undone."));

  return g_string_free (text, FALSE);
}

/* Closing the question answers it once more: only the first answer counts. */
static void
response_cb (AdwMessageDialog *dialog,
             const char       *response)
{
  g_autoptr(Offer) offer = g_object_steal_data (G_OBJECT (dialog), KEY_OFFER);

  if (offer && g_str_equal (response, "accept"))
    write_deed (g_steal_pointer (&offer));
}

static void
ask (Offer *offer,
     int    n_moved)
{
  g_autofree char *heading = dup_heading (offer);
  g_autofree char *body = dup_body (offer, n_moved);
  GtkWidget *dialog = adw_message_dialog_new (offer->parent, heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "accept",
                                    _("_Accept"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), KEY_OFFER, offer, (GDestroyNotify) offer_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
weighed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Offer) offer = user_data;
  g_autoptr(GError) error = NULL;
  int n_moved = ggov_store_weigh_clock_finish (GGOV_STORE (object), result, &error);

  if (n_moved < 0)
    end (offer, error, 0);
  else if (gtk_widget_get_visible (GTK_WIDGET (offer->parent)))
    ask (g_steal_pointer (&offer), n_moved);
}

void
ggov_clock_offer_ask (GtkWindow           *parent,
                      GgovSession         *session,
                      const GgovClockDeed *deed,
                      GgovClockDoneFunc    done,
                      GObject             *data)
{
  g_autoptr(Offer) offer = offer_new (parent, session, deed, done, data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovOfficeClock) clock = propose (offer, &error);

  if (clock == NULL)
    end (offer, error, 0);
  else if (deed->notice && offer->year == 0)
    /* It names no day: the store says what that means. */
    write_deed (g_steal_pointer (&offer));
  else
    ggov_store_weigh_clock_async (ggov_session_get_store (session), clock, NULL, weighed_cb,
                                  g_steal_pointer (&offer));
}
