-- Seasons, exceptions, federal holidays and the line on call: one text beside the week, empty for
-- most records. A long text, because the row of a service is close to the longest MySQL stores.
alter table location add column hours_special longtext;
alter table service add column hours_special longtext;
