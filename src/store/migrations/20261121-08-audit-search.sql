-- The audit is read newest first, by time, by what happened and by whom.

create index event_newest on event (at, region, number);
create index event_name on event (name text_pattern_ops, at);
