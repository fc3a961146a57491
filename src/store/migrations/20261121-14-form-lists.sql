-- Lists of forms among a hundred thousand: the order they are shown in, and what they can be filtered by.

drop index form_updated;
create index form_updated on form (updated_at desc, id);
-- Read value by value, not row by row: see `choices` in store/form-list.ts.
create index form_choices on form (year, region, kind, (coalesce(grade, '')));
create index form_choices_published on form (year, region, kind, (coalesce(grade, ''))) where published_at is not null;
