-- Trigrams make Chinese search fast where the extension may be installed; everything works without it.
do $$
begin
  create extension if not exists pg_trgm;
  create index form_search on form using gin (search gin_trgm_ops);
exception
  when others then raise notice 'search without pg_trgm: %', sqlerrm;
end
$$;
