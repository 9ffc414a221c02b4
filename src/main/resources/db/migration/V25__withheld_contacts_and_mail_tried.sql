-- Since when the public is not shown a contact, because nobody made sure of it for too long.
alter table contact add column withheld_at datetime(6);

-- The day on which a message about saved searches was last tried, so that nobody is asked for twice
-- on it and those who wait come next.
alter table saved_search add column mail_tried_on date;
