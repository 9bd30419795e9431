-- A version of a target, what it is judged by, and who decides.
create table reviews (
  id uuid primary key,
  project_id uuid not null references projects (id),
  title text not null,
  status text not null check (status in ('evaluating', 'open', 'approved', 'blocked', 'withdrawn')),
  target_id uuid not null references documents (id),
  target_version integer not null,
  -- null: it is the first.
  baseline_version integer,
  evaluation_id uuid references evaluations (id),
  baseline_evaluation_id uuid references evaluations (id),
  test_set_ids uuid[] not null,
  check_ids uuid[] not null,
  judge text not null,
  gates text[] not null,
  rollback_version integer,
  rollback_note text not null,
  -- What the evaluations say; null: they have not ended.
  figures jsonb,
  created_at timestamptz not null,
  created_by text not null references people (id),
  closed_at timestamptz,
  revision integer not null
);
create index reviews_project on reviews (project_id, id);
create index reviews_target on reviews (target_id, target_version);
create index reviews_evaluation on reviews (evaluation_id);
create index reviews_baseline_evaluation on reviews (baseline_evaluation_id);
create index reviews_waiting on reviews (id) where status = 'evaluating';

create table review_reviewers (
  review_id uuid not null references reviews (id),
  person_id text not null references people (id),
  primary key (review_id, person_id)
);

-- Everything anybody decided: nothing is taken out.
create table review_decisions (
  review_id uuid not null references reviews (id),
  number integer not null,
  person_id text not null references people (id),
  decision text not null check (decision in ('approve', 'block')),
  why text not null,
  at timestamptz not null,
  outdated boolean not null,
  -- Whoever decided made the version.
  own boolean not null,
  primary key (review_id, number)
);

create table review_reopenings (
  review_id uuid not null references reviews (id),
  number integer not null,
  at timestamptz not null,
  because text not null,
  primary key (review_id, number)
);

-- How a version of a requirement stands in an evaluation: made from facts that do not change, so kept.
create table requirement_standings (
  evaluation_id uuid not null references evaluations (id),
  requirement_id uuid not null references documents (id),
  requirement_version integer not null,
  measured jsonb not null,
  primary key (evaluation_id, requirement_id, requirement_version)
);
