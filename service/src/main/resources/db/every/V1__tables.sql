-- Times are milliseconds since 1970-01-01 UTC, flags are 0 or 1: the same columns on every database.

create table api_key (
  id         text    not null primary key,
  account    text    not null,
  prefix     text    not null,
  hash       text    not null unique,
  label      text    not null,
  created    bigint  not null,
  revoked    integer not null
);

create table task (
  id             text    not null primary key,
  account        text    not null,
  key_id         text    not null,
  request_id     text    not null,
  model          text    not null,
  request        text    not null,
  status         text    not null,
  submitted      bigint  not null,
  scheduled      bigint,
  started        bigint,
  ended          bigint,
  expires        bigint  not null,
  seed           bigint  not null,
  stage          text    not null,
  fraction       double precision not null,
  error_code     text,
  error_message  text,
  artifact       text,
  artifact_bytes bigint,
  usage_json     text,
  orig_prompt    text,
  actual_prompt  text,
  bill_json      text,
  attempt        integer not null,
  released       integer not null,
  stop_requested integer not null
);

create index task_of_account on task (account, submitted);
create index task_by_expiry on task (expires);
create index task_running on task (account, status);

create table ledger (
  task_id    text   not null primary key,
  account    text   not null,
  key_id     text   not null,
  model      text   not null,
  at         bigint not null,
  seconds    text   not null,
  price      text   not null,
  currency   text   not null
);

create index ledger_of_account on ledger (account, at);

create table upload (
  object_key text   not null primary key,
  account    text   not null,
  model      text   not null,
  artifact   text   not null,
  size       bigint not null,
  received   bigint not null,
  expires    bigint not null
);

create index upload_by_expiry on upload (expires);
