-- The board counts all issues by lane, and its table begins with what is open: both from an index alone.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

DROP INDEX issue_grid;
DROP INDEX issue_handler;
CREATE INDEX issue_grid ON issue (grid_id, stage, building_id, due_at, suspended);
CREATE INDEX issue_handler ON issue (handler_id, stage, due_at, suspended);
CREATE INDEX issue_type_stage ON issue (case_type_id, stage, due_at, suspended);
CREATE INDEX issue_closed ON issue (closed_at, due_at);
