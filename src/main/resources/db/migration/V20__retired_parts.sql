-- A location or a contact that is no longer there: kept for its history and for whoever takes the
-- step back, shown to nobody else.
alter table location add column retired_at datetime(6);
alter table location add column retired_by binary(16);
alter table contact add column retired_at datetime(6);
alter table contact add column retired_by binary(16);
