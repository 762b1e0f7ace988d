/* ggov-board-slot.c: a place in a column of the board, and the issue that stands there now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list makes a row for each item that is new to it, which takes ten times as long as to show another
 * issue on a card that is there already. So the items are the places, which stay.
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-slot.h"

struct _GgovBoardSlot
{
  GObject        parent_instance;

  GgovIssue     *issue;
  GgovBoardCard *card; /* (unowned) (nullable): what shows it, while it is scrolled to */
};

G_DEFINE_FINAL_TYPE (GgovBoardSlot, ggov_board_slot, G_TYPE_OBJECT)

static void
ggov_board_slot_dispose (GObject *object)
{
  g_clear_object (&GGOV_BOARD_SLOT (object)->issue);

  G_OBJECT_CLASS (ggov_board_slot_parent_class)->dispose (object);
}

static void
ggov_board_slot_class_init (GgovBoardSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_board_slot_dispose;
}

static void
ggov_board_slot_init (GgovBoardSlot *self)
{
}

GgovBoardSlot *
ggov_board_slot_new (GgovIssue *issue)
{
  GgovBoardSlot *self = g_object_new (GGOV_TYPE_BOARD_SLOT, NULL);

  self->issue = g_object_ref (issue);

  return self;
}

void
ggov_board_slot_set_issue (GgovBoardSlot *self,
                           GgovIssue     *issue)
{
  g_return_if_fail (GGOV_IS_BOARD_SLOT (self));

  if (g_set_object (&self->issue, issue) && self->card)
    ggov_board_card_set_issue (self->card, issue);
}

GgovIssue *
ggov_board_slot_get_issue (GgovBoardSlot *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_SLOT (self), NULL);

  return self->issue;
}

void
ggov_board_slot_set_card (GgovBoardSlot *self,
                          GgovBoardCard *card)
{
  g_return_if_fail (GGOV_IS_BOARD_SLOT (self));

  if (self->card)
    ggov_board_card_set_issue (self->card, NULL);
  self->card = card;
  if (card)
    ggov_board_card_set_issue (card, self->issue);
}
