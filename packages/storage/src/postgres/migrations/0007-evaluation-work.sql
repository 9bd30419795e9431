-- What workers keep of an evaluation they do: where its folder lies, and how often its process died.
create table evaluation_work (
  evaluation_id uuid primary key references evaluations (id),
  target_id uuid,
  -- Of the data folder; another one has another folder, and takes the rows from the facts.
  host text not null,
  working boolean not null,
  crashes integer not null,
  changed_at timestamptz not null
);
create index evaluation_work_target on evaluation_work (target_id) where working;
