-- Saved searches of members, what newly matched them, and counted searches.

create table saved_search (
  id binary(16) not null primary key,
  version bigint not null,
  person_id binary(16) not null,
  name varchar(120) not null,
  address varchar(2000) not null,
  tell_new boolean not null,
  by_mail boolean not null,
  matches bigint not null,
  created_at datetime(6) not null,
  looked_at datetime(6) not null
);

create index saved_search_person on saved_search (person_id);
create index saved_search_due on saved_search (tell_new, looked_at);

-- Which services a search is known to match: once KNOWN, NEW or SEEN, never new again.
create table saved_search_match (
  search_id binary(16) not null,
  service_id binary(16) not null,
  state varchar(12) not null,
  mailed boolean not null,
  found_at datetime(6) not null,
  primary key (search_id, service_id),
  constraint saved_search_match_search foreign key (search_id) references saved_search (id)
);

create index saved_search_match_state on saved_search_match (state, mailed);

-- How often a need was looked for in a county in a week, and whether there was anything. Nothing
-- about who, and no words.
create table search_count (
  week_start date not null,
  county_fips varchar(5) not null,
  need_code varchar(8) not null,
  found boolean not null,
  searches bigint not null,
  primary key (week_start, county_fips, need_code, found)
);
