-- An evaluation and its run are one: the id is that of the run. Its rows are facts; what is decided about it stands here.
create table evaluations (
  id uuid primary key,
  project_id uuid not null references projects (id),
  name text not null,
  origin text not null check (origin in ('hub', 'command', 'upload')),
  status text not null check (status in ('queued', 'running', 'pending', 'stopped', 'finished', 'failed')),
  target_name text not null,
  target_version text,
  test_set_name text not null,
  test_set_hash text,
  cases integer not null,
  judge_id text not null,
  judge_version text,
  checks text[] not null,
  repeats integer not null,
  -- What the hub was asked for; null: the run was sent.
  work_order jsonb,
  -- json and not jsonb: it goes back as it came, keys in their order. So do others that hold texts of models and senders:
  -- jsonb refuses some characters.
  manifest json,
  done integer not null,
  errors integer not null,
  total integer not null,
  -- Known costs of the rows so far; null: none was known.
  spent_usd double precision,
  passing json,
  headline json,
  cost_usd double precision,
  -- Without its cases: those are facts, under the same number.
  summary jsonb,
  summary_number integer not null default 0,
  last_summary_number integer not null default 0,
  summary_due boolean not null default false,
  error json,
  -- The evaluation of the version before, where it was compared with it by itself.
  compared_with uuid,
  schedule_id uuid,
  created_at timestamptz not null,
  created_by text not null references people (id),
  started_at timestamptz,
  finished_at timestamptz,
  archived_at timestamptz,
  revision integer not null
);
create index evaluations_project on evaluations (project_id, created_at desc, id desc);
create index evaluations_finished on evaluations (project_id, finished_at desc) where status = 'finished';
create index evaluations_open on evaluations (status) where status in ('queued', 'running', 'pending');
create index evaluations_schedule on evaluations (schedule_id, created_at) where schedule_id is not null;
create index evaluations_due on evaluations (id) where summary_due;

-- The exact versions an evaluation rests on.
create table evaluation_pins (
  evaluation_id uuid not null references evaluations (id),
  kind text not null,
  thing_id uuid not null,
  name text not null,
  version integer not null,
  primary key (evaluation_id, kind, thing_id)
);
create index evaluation_pins_thing on evaluation_pins (thing_id, version);

-- How many rows of each table of a run the facts hold. A claim is written before rows go to the facts.
create table run_tables (
  run_id uuid not null references evaluations (id),
  name text not null,
  next_line integer not null,
  claim_token text,
  claim_from integer,
  claim_count integer,
  claimed_at timestamptz,
  primary key (run_id, name)
);

create table hidden_results (
  evaluation_id uuid not null references evaluations (id),
  case_id text not null,
  hidden_by text not null references people (id),
  hidden_at timestamptz not null,
  reason text not null,
  primary key (evaluation_id, case_id)
);

-- Answers of comparisons, made again when what they rest on changed.
create table comparisons (
  a_id uuid not null references evaluations (id),
  b_id uuid not null references evaluations (id),
  margin double precision not null,
  rests_on text not null,
  answer json not null,
  made_at timestamptz not null,
  primary key (a_id, b_id, margin)
);
create index comparisons_b on comparisons (b_id);
