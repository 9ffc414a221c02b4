-- Somebody of the organization has read what changed when the response was moved to another version.
alter table capacity_response add column move_read_at datetime(6);
alter table capacity_response add column move_read_by varchar(200);

-- Opened by a coordinator for the organization, whose people are then told.
alter table capacity_response add column opened_by_coordinator boolean not null default false;
