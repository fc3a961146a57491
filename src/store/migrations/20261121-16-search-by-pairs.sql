-- Search among a hundred thousand forms. A trigram knows nothing of a word of two signs, and most Chinese words are two
-- signs: the index holds each pair of neighbours instead, and needs no extension.

create or replace function search_pairs(text) returns text[] language sql immutable parallel safe strict as $$
  select coalesce(array_agg(distinct substr($1, i, 2)), '{}') from generate_series(1, length($1) - 1) as i
$$;
drop index if exists form_search;
create index form_search on form using gin (search_pairs(search));

-- What lists can be filtered by is read from the index alone, also by those who see a part of the forms.
drop index form_choices;
create index form_choices on form (year, region, kind, (coalesce(grade, '')))
  include (grade, organisation_id, published_at, filing_id);
drop index form_choices_published;
create index form_choices_published on form (year, region, kind, (coalesce(grade, ''))) include (grade)
  where published_at is not null;

-- One region's or grade's forms in the order of the list, however few they are among the others.
create index form_region on form (region, year, updated_at desc, id);
create index form_grade on form (grade, updated_at desc, id) where grade is not null;
analyze form;
