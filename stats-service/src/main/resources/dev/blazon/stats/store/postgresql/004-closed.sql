-- Rows of months with smaller keys are in their closed form.
ALTER TABLE progress ADD COLUMN closed_before BIGINT NOT NULL DEFAULT 0;
