-- The queue of db-scheduler 16, as its documentation asks for it.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            blob,
  execution_time       timestamp,
  picked               bit not null,
  picked_by            text,
  last_success         timestamp,
  last_failure         timestamp,
  consecutive_failures int,
  last_heartbeat       timestamp,
  version              bigint not null,
  priority             smallint,
  state                text,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_alive on scheduled_tasks (last_heartbeat);
