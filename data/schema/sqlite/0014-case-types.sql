-- What a case type asks for beyond its limits: evidence, how near and how lately another issue is
-- taken for the same, what it earns. Versions that were filed under already ask for nothing new.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A class had a name alone. The rows have meant their codes so all along: no image of them is kept,
-- and the trigger is written again.
DROP TRIGGER IF EXISTS case_type_image_update;
ALTER TABLE case_type ADD COLUMN class_code TEXT NOT NULL DEFAULT '';
ALTER TABLE case_type ADD COLUMN evidence TEXT NOT NULL DEFAULT '';  -- file:photo report-back:photo,text
ALTER TABLE case_type ADD COLUMN start_rule TEXT NOT NULL DEFAULT '' -- '' as its limit's unit has it
  CHECK (start_rule IN ('', 'at-once', 'next-day'));
ALTER TABLE case_type ADD COLUMN duplicate_radius_m INTEGER NOT NULL DEFAULT 0  -- 0: not looked for
  CHECK (duplicate_radius_m >= 0);
ALTER TABLE case_type ADD COLUMN duplicate_days INTEGER NOT NULL DEFAULT 0
  CHECK (duplicate_days >= 0);
ALTER TABLE case_type ADD COLUMN points_activity TEXT NOT NULL DEFAULT '';  -- code of a points rule
ALTER TABLE case_type ADD COLUMN reading TEXT NOT NULL DEFAULT '';  -- of its name, to be found by
UPDATE case_type SET class_code = substr (code, 1, 3);
