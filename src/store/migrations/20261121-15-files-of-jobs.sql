-- What a job works on stands where backup and verify look for files, not within what was asked.
update job set file_name = input #>> '{asked,name}', file_sha256 = input #>> '{asked,file}'
where kind = 'import' and file_sha256 is null and input #>> '{asked,file}' is not null;
