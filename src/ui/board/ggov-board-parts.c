/* ggov-board-parts.c: strands, reporters and summonses of the issue that is open beside the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-page-private.h"
#include "ggov-error-text.h"
#include "ggov-issue-part-dialogs.h"
#include "ggov-paper-files.h"
#include "ggov-store-issue-parts.h"

/* What is wanted once the issue is read: what is shown may be older. */
typedef struct
{
  GgovBoardPage *page;
  gint64         id;
  gint64         row_version;
  gboolean       is_strand;
  gboolean       is_good;
  void         (*show) (GtkWidget   *page,
                        GgovSession *session,
                        GgovIssue   *issue);
} Wish;

static void
wish_free (Wish *wish)
{
  g_clear_object (&wish->page);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
show_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Wish) wish = user_data;
  g_autoptr(GgovIssueDetails) details = ggov_store_get_issue_finish (GGOV_STORE (object), result, NULL);
  GgovSession *session = wish->page->session;
  GtkWidget *page = GTK_WIDGET (wish->page);

  if (details == NULL || session == NULL)
    return;

  if (wish->id != 0)
    ggov_part_answer_dialog_show (page, session, details->issue, wish->id, wish->row_version,
                                  wish->is_strand, wish->is_good);
  else if (wish->show)
    wish->show (page, session, details->issue);
  else
    ggov_strand_dialog_show (page, session, details);
}

static Wish *
wish_new (GtkWidget *page)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->page = g_object_ref (GGOV_BOARD_PAGE (page));

  return wish;
}

/* @wish: (transfer full) */
static void
ask (Wish   *wish,
     gint64  issue_id)
{
  if (wish->page->session)
    ggov_store_get_issue_async (ggov_session_get_store (wish->page->session), issue_id, NULL, show_cb,
                                wish);
  else
    wish_free (wish);
}

static void
begin_strand_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ask (wish_new (widget), g_variant_get_int64 (parameter));
}

static void
add_reporter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  Wish *wish = wish_new (widget);

  wish->show = ggov_reporter_dialog_show;
  ask (wish, g_variant_get_int64 (parameter));
}

static void
summon_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  Wish *wish = wish_new (widget);

  wish->show = ggov_summon_dialog_show;
  ask (wish, g_variant_get_int64 (parameter));
}

static void
answer_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  Wish *wish = wish_new (widget);
  gint64 issue_id;

  g_variant_get (parameter, "(xxxb)", &issue_id, &wish->id, &wish->row_version, &wish->is_good);
  wish->is_strand = g_str_equal (action_name, "board.end-strand");
  ask (wish, issue_id);
}

/* Papers ------------------------------------------------------------------------------------ */

/* A paper that is to be shown. */
typedef struct
{
  GgovBoardPage *page;
  char          *name;
  char          *media_type;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_object (&reading->page);
  g_free (reading->name);
  g_free (reading->media_type);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = ggov_store_read_issue_paper_finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;

  if (sentence)
    _ggov_board_page_say (reading->page, sentence);
  else if (gtk_widget_get_mapped (GTK_WIDGET (reading->page)))
    ggov_paper_files_show (GTK_WIDGET (reading->page), reading->name, reading->media_type, content);
}

static void
show_paper_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  Reading *reading;
  gint64 id;

  if (self->session == NULL)
    return;

  reading = g_new0 (Reading, 1);
  reading->page = g_object_ref (self);
  g_variant_get (parameter, "(xss)", &id, &reading->name, &reading->media_type);
  ggov_store_read_issue_paper_async (ggov_session_get_store (self->session), id, NULL, read_cb, reading);
}

void
_ggov_board_page_install_parts (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "board.add-reporter", "x", add_reporter_cb);
  gtk_widget_class_install_action (klass, "board.answer-summons", "(xxxb)", answer_cb);
  gtk_widget_class_install_action (klass, "board.begin-strand", "x", begin_strand_cb);
  gtk_widget_class_install_action (klass, "board.end-strand", "(xxxb)", answer_cb);
  gtk_widget_class_install_action (klass, "board.show-paper", "(xss)", show_paper_cb);
  gtk_widget_class_install_action (klass, "board.summon", "x", summon_cb);
}
