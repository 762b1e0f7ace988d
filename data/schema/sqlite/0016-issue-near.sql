-- Issues of a type and time are looked for whenever another is about to be filed.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

DROP INDEX issue_case_type;
CREATE INDEX issue_case_type ON issue (case_type_id, filed_at);
