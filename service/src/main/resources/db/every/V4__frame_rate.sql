-- Of the film's file. The wire always tells 30; an engine's own rate may be another.
alter table task add column frame_rate integer not null default 30;
