-- A review sheet belongs to a person, whatever the person is called: signed in, by a token, under a new name.
delete from filing_review as r using filing_review as newer
where newer.filing_id = r.filing_id and newer.form_version = r.form_version and newer.step = r.step
  and newer.person_id is not distinct from r.person_id and newer.by <> r.by and (newer.at, newer.by) > (r.at, r.by);
alter table filing_review drop constraint filing_review_pkey;
create unique index filing_review_person on filing_review (filing_id, form_version, step, person_id) nulls not distinct;
