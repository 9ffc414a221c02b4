-- One set of migrations for H2 (MySQL mode) and MySQL: common ground only.
-- Index names are unique per schema, as H2 demands.

create table coalition (
  id int not null primary key,
  version bigint not null,
  name varchar(200) not null
);

create table coalition_county (
  coalition_id int not null,
  county_fips varchar(5) not null,
  county_order int not null,
  primary key (coalition_id, county_order),
  constraint coalition_county_coalition foreign key (coalition_id) references coalition (id)
);

create table person (
  id binary(16) not null primary key,
  version bigint not null,
  name varchar(200) not null,
  email varchar(254) not null,
  password_hash varchar(255) not null,
  role varchar(20) not null,
  organization_id binary(16),
  locale varchar(5) not null,
  enabled boolean not null,
  created_at datetime(6) not null,
  constraint person_email unique (email)
);

create table person_county (
  person_id binary(16) not null,
  county_fips varchar(5) not null,
  primary key (person_id, county_fips),
  constraint person_county_person foreign key (person_id) references person (id)
);

create table remembered_device (
  id binary(16) not null primary key,
  person_id binary(16) not null,
  token_hash varchar(64) not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  constraint remembered_device_token unique (token_hash),
  constraint remembered_device_person foreign key (person_id) references person (id)
);

create table organization (
  id binary(16) not null primary key,
  version bigint not null,
  name varchar(255) not null,
  alternate_name varchar(255),
  kind varchar(40) not null,
  description varchar(7000),
  url varchar(500),
  email varchar(254),
  parent_id binary(16),
  status varchar(20) not null,
  audience varchar(20) not null,
  publication varchar(20) not null,
  assured_on date,
  assured_by varchar(200),
  source varchar(60),
  source_id varchar(120),
  updated_at datetime(6) not null,
  revision bigint not null,
  constraint organization_provenance unique (source, source_id),
  constraint organization_parent foreign key (parent_id) references organization (id)
);

create table organization_phone (
  organization_id binary(16) not null,
  line_order int not null,
  phone_number varchar(20) not null,
  extension varchar(20),
  phone_type varchar(20) not null,
  description varchar(200),
  visibility varchar(20) not null,
  primary key (organization_id, line_order),
  constraint organization_phone_organization foreign key (organization_id) references organization (id)
);

create table location (
  id binary(16) not null primary key,
  version bigint not null,
  organization_id binary(16) not null,
  name varchar(255),
  line1 varchar(200),
  line2 varchar(200),
  city varchar(100),
  state varchar(2),
  zip varchar(10),
  county_fips varchar(5),
  latitude double,
  longitude double,
  time_zone varchar(50) not null,
  address_visibility varchar(20) not null,
  accessibility varchar(500),
  hours_weekly varchar(1000),
  hours_by_appointment boolean not null,
  hours_note varchar(500),
  source varchar(60),
  source_id varchar(120),
  updated_at datetime(6) not null,
  revision bigint not null,
  constraint location_provenance unique (source, source_id),
  constraint location_organization foreign key (organization_id) references organization (id)
);

create index location_county on location (county_fips);

create table location_phone (
  location_id binary(16) not null,
  line_order int not null,
  phone_number varchar(20) not null,
  extension varchar(20),
  phone_type varchar(20) not null,
  description varchar(200),
  visibility varchar(20) not null,
  primary key (location_id, line_order),
  constraint location_phone_location foreign key (location_id) references location (id)
);

create table contact (
  id binary(16) not null primary key,
  version bigint not null,
  organization_id binary(16) not null,
  name varchar(200) not null,
  title varchar(200),
  email varchar(254),
  visibility varchar(20) not null,
  updated_at datetime(6) not null,
  revision bigint not null,
  constraint contact_organization foreign key (organization_id) references organization (id)
);

create table contact_phone (
  contact_id binary(16) not null,
  line_order int not null,
  phone_number varchar(20) not null,
  extension varchar(20),
  phone_type varchar(20) not null,
  description varchar(200),
  visibility varchar(20) not null,
  primary key (contact_id, line_order),
  constraint contact_phone_contact foreign key (contact_id) references contact (id)
);

create table contact_training (
  contact_id binary(16) not null,
  line_order int not null,
  topic varchar(40) not null,
  taken_on date not null,
  provider varchar(200),
  primary key (contact_id, line_order),
  constraint contact_training_contact foreign key (contact_id) references contact (id)
);

create table service (
  id binary(16) not null primary key,
  version bigint not null,
  organization_id binary(16) not null,
  name varchar(255) not null,
  alternate_name varchar(255),
  description varchar(7000),
  url varchar(500),
  email varchar(254),
  status varchar(20) not null,
  audience varchar(20) not null,
  publication varchar(20) not null,
  needs varchar(200) not null,
  remote boolean not null,
  languages varchar(300) not null,
  interpretation varchar(500),
  accepts varchar(200) not null,
  rejects varchar(200) not null,
  populations varchar(200) not null,
  min_age int,
  max_age int,
  eligibility_note varchar(1000),
  hours_weekly varchar(1000),
  hours_by_appointment boolean not null,
  hours_note varchar(500),
  capacity varchar(20),
  capacity_as_of date,
  capacity_note varchar(300),
  fees varchar(500),
  application_process varchar(2000),
  assured_on date,
  assured_by varchar(200),
  source varchar(60),
  source_id varchar(120),
  updated_at datetime(6) not null,
  revision bigint not null,
  constraint service_provenance unique (source, source_id),
  constraint service_organization foreign key (organization_id) references organization (id)
);

create table service_area (
  service_id binary(16) not null,
  area_code varchar(10) not null,
  primary key (service_id, area_code),
  constraint service_area_service foreign key (service_id) references service (id)
);

create index service_area_code on service_area (area_code);

create table service_phone (
  service_id binary(16) not null,
  line_order int not null,
  phone_number varchar(20) not null,
  extension varchar(20),
  phone_type varchar(20) not null,
  description varchar(200),
  visibility varchar(20) not null,
  primary key (service_id, line_order),
  constraint service_phone_service foreign key (service_id) references service (id)
);

create table service_at_location (
  service_id binary(16) not null,
  location_id binary(16) not null,
  primary key (service_id, location_id),
  constraint service_at_location_service foreign key (service_id) references service (id),
  constraint service_at_location_location foreign key (location_id) references location (id)
);

create table service_contact (
  service_id binary(16) not null,
  contact_id binary(16) not null,
  primary key (service_id, contact_id),
  constraint service_contact_service foreign key (service_id) references service (id),
  constraint service_contact_contact foreign key (contact_id) references contact (id)
);

-- Relations between organizations, each as one side states it.
create table partnership (
  id binary(16) not null primary key,
  version bigint not null,
  provider_id binary(16) not null,
  partner_id binary(16) not null,
  kind varchar(40) not null,
  agreement varchar(20) not null,
  signed_on date,
  expires_on date,
  constraint partnership_provider foreign key (provider_id) references organization (id),
  constraint partnership_partner foreign key (partner_id) references organization (id)
);

create table contact_held (
  id binary(16) not null primary key,
  provider_id binary(16) not null,
  holder_id binary(16) not null,
  contact_id binary(16),
  held_by varchar(200) not null,
  constraint contact_held_provider foreign key (provider_id) references organization (id),
  constraint contact_held_holder foreign key (holder_id) references organization (id)
);

-- Resource assessment of a county for a cycle.
create table assessment (
  id binary(16) not null primary key,
  version bigint not null,
  county_fips varchar(5) not null,
  assessment_cycle varchar(20) not null,
  opened_at datetime(6) not null,
  constraint assessment_county_cycle unique (county_fips, assessment_cycle)
);

-- provider_id is all zeros in the row that speaks about the need as a whole (nobody, not
-- applicable), so that one unique key serves both.
create table assessment_answer (
  id binary(16) not null primary key,
  version bigint not null,
  assessment_id binary(16) not null,
  need_code varchar(5) not null,
  provider_id binary(16) not null,
  has_contact varchar(10),
  partners varchar(10),
  trained varchar(10),
  finding varchar(20),
  reason varchar(500),
  answered_by varchar(200) not null,
  answered_at datetime(6) not null,
  constraint assessment_answer_cell unique (assessment_id, need_code, provider_id),
  constraint assessment_answer_assessment foreign key (assessment_id) references assessment (id)
);

create table assessment_narrative (
  id binary(16) not null primary key,
  version bigint not null,
  assessment_id binary(16) not null,
  topic varchar(30) not null,
  narrative varchar(8000) not null,
  written_by varchar(200) not null,
  written_at datetime(6) not null,
  constraint assessment_narrative_topic unique (assessment_id, topic),
  constraint assessment_narrative_assessment foreign key (assessment_id) references assessment (id)
);

-- Hibernate Search: what still has to reach the index, and who takes it there. Plain texts instead
-- of enum columns: after kill -9 H2 now and then reopens an enum column without its values, and no
-- change reaches the index any more.
create table hsearch_agent (
  id binary(16) not null primary key,
  name varchar(255) not null,
  tenant_id varchar(255),
  type varchar(60) not null,
  expiration datetime(6) not null,
  state varchar(60) not null,
  total_shard_count integer,
  assigned_shard_index integer,
  payload longblob
);

create table hsearch_outbox_event (
  id binary(16) not null primary key,
  entity_name varchar(256) not null,
  entity_id varchar(256) not null,
  entity_id_hash integer not null,
  tenant_id varchar(255),
  payload longblob not null,
  retries integer not null,
  process_after datetime(6) not null,
  status varchar(60) not null
);

create index hsearch_outbox_event_after on hsearch_outbox_event (process_after);
