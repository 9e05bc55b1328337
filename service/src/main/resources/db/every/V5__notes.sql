-- What an engine says about a film it made: plain sentences, one a line. Never told on the cloud's wire.
alter table task add column notes text not null default '';
