-- A training counts as long as its own validity says (PRODUCT §7: 12 months by default); the day on
-- which it no longer counts is kept, because lists of what expires are read by it. Organizations
-- keep trainings of their whole staff.
alter table contact_training add column valid_months int default 12 not null;
alter table contact_training add column valid_until date;
alter table contact_training add column evidence varchar(500);

update contact_training set valid_until = taken_on + interval '12' month;

create index contact_training_until on contact_training (valid_until);

create table organization_training (
  organization_id binary(16) not null,
  line_order int not null,
  topic varchar(40) not null,
  taken_on date not null,
  provider varchar(200),
  valid_months int not null,
  valid_until date,
  evidence varchar(500),
  primary key (organization_id, line_order),
  constraint organization_training_organization foreign key (organization_id) references organization (id)
);

create index organization_training_until on organization_training (valid_until);
