-- Since when the public is not shown a contact, because nobody made sure of it for too long.
alter table contact add column withheld_at datetime(6);
