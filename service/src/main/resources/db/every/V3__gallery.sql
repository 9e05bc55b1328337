-- The prompt beside its request, which may hold whole pictures: lists and searches read this only.
alter table task add column prompt text not null default '';
