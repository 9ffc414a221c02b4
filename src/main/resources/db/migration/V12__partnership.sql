-- Who says that two organizations work together, what each does, and how it ends or goes on.
alter table partnership modify column kind varchar(80) not null;
alter table partnership add column stated_side varchar(20) default 'PARTNER' not null;
alter table partnership add column stated_by varchar(200);
alter table partnership add column stated_at datetime(6);
alter table partnership add column provider_role varchar(2000);
alter table partnership add column partner_role varchar(2000);
alter table partnership add column document varchar(500);
alter table partnership add column ended_on date;
alter table partnership add column end_reason varchar(500);
alter table partnership add column ended_by varchar(200);
alter table partnership add column set_aside binary(16);
create index partnership_expiry on partnership (expires_on);

-- Terms that a renewal replaced, the first first.
create table partnership_term (
  partnership_id binary(16) not null,
  term_order int not null,
  agreement varchar(20) not null,
  signed_on date,
  expires_on date,
  document varchar(500),
  replaced_at datetime(6) not null,
  replaced_by varchar(200) not null,
  primary key (partnership_id, term_order),
  constraint partnership_term_partnership foreign key (partnership_id) references partnership (id)
);

-- With whom, since when, and whether it is still so.
alter table contact_held add column version bigint default 0 not null;
alter table contact_held add column note varchar(500);
alter table contact_held add column held_since date;
alter table contact_held add column confirmed_on date;
alter table contact_held add column confirmed_by varchar(200);
alter table contact_held add column ended_on date;
alter table contact_held add column end_reason varchar(500);
alter table contact_held add column ended_by varchar(200);
alter table contact_held add column recorded_by varchar(200);
alter table contact_held add column recorded_at datetime(6);
alter table contact_held add column set_aside binary(16);
