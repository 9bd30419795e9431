-- What a run's sender wrote, line for line: never changed, read by run. All rows of a run carry the time at which the run
-- became known, so that a run lies in one partition.
create table if not exists run_rows (
  project_id UUID,
  run_id UUID,
  tab LowCardinality(String),
  line UInt32,
  at DateTime('UTC') codec(Delta, ZSTD(1)),
  -- The case it is about; of a unit its key, of a passage its id.
  about String codec(ZSTD(1)),
  -- Of a unit: how it ended.
  state LowCardinality(String),
  -- US dollars, of attempts and calls that were paid for.
  cost_usd Nullable(Float64),
  -- What is searched: a case's question, an attempt's answer.
  text String codec(ZSTD(3)),
  row String codec(ZSTD(3))
) engine = MergeTree
partition by toYYYYMM(at)
order by (project_id, run_id, tab, line)
settings index_granularity = 2048, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

create table if not exists attempts (
  project_id UUID,
  run_id UUID,
  case_id String codec(ZSTD(1)),
  repeat UInt32,
  line UInt32,
  at DateTime('UTC') codec(Delta, ZSTD(1)),
  unit String codec(ZSTD(1)),
  answer String codec(ZSTD(3)),
  error_code LowCardinality(String),
  latency_ms Nullable(Float64),
  cost_usd Nullable(Float64),
  input_tokens Nullable(Float64),
  output_tokens Nullable(Float64),
  model LowCardinality(String)
) engine = MergeTree
partition by toYYYYMM(at)
order by (project_id, run_id, case_id, repeat, line)
settings non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

create table if not exists verdicts (
  project_id UUID,
  run_id UUID,
  case_id String codec(ZSTD(1)),
  repeat UInt32,
  check_name LowCardinality(String),
  line UInt32,
  at DateTime('UTC') codec(Delta, ZSTD(1)),
  unit String codec(ZSTD(1)),
  outcome LowCardinality(String),
  label LowCardinality(String),
  score Nullable(Float64),
  -- Null: of the judge and the retrieval figures, which are no checks.
  required Nullable(Bool)
) engine = MergeTree
partition by toYYYYMM(at)
order by (project_id, run_id, case_id, repeat, check_name, line)
settings non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

-- What each case came to, written once with the figures of a run. Those count that carry the number the control database names.
create table if not exists results (
  project_id UUID,
  run_id UUID,
  summary UInt32,
  -- Failures first.
  position UInt32,
  at DateTime('UTC') codec(Delta, ZSTD(1)),
  case_id String codec(ZSTD(1)),
  -- Of the case in run_rows.
  line UInt32,
  outcome LowCardinality(String),
  passed Nullable(Bool),
  pass_rate Nullable(Float64),
  type LowCardinality(String),
  level LowCardinality(String),
  topic LowCardinality(Nullable(String)),
  language LowCardinality(String),
  length LowCardinality(String),
  tags Array(LowCardinality(String)),
  source LowCardinality(Nullable(String)),
  component LowCardinality(Nullable(String)),
  failed_checks Array(LowCardinality(String)),
  question String codec(ZSTD(3)),
  answer Nullable(String) codec(ZSTD(3)),
  result String codec(ZSTD(3))
) engine = MergeTree
partition by toYYYYMM(at)
order by (project_id, run_id, summary, position)
settings index_granularity = 2048, non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
