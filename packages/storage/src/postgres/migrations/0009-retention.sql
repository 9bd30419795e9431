-- The rows of an evaluation may be removed after the time its project keeps them; the evaluation and its figures stay.
alter table evaluations add column rows_removed_at timestamptz;
-- Marked, and the facts not removed yet: done at the next look.
alter table evaluations add column rows_removal_due boolean not null default false;
create index evaluations_removal_due on evaluations (id) where rows_removal_due;
