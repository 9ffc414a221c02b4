-- The one-time link by which an empty installation gets its first administrator. One row at most.
create table setup_link (
  id int not null primary key,
  token_hash varchar(64) not null,
  expires_at datetime(6) not null
);
