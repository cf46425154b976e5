-- why: the only functions of the models whose spelling differs between engines; one file per engine defines them.
create or replace macro row_id(file_id, seq) as cast(file_id as bigint) * 100000000 + seq;
create or replace macro month_first(day) as cast(date_trunc('month', day) as date);
create or replace macro month_add(month, count) as cast(month + to_months(cast(count as integer)) as date);
create or replace macro month_last(day) as last_day(day);
create or replace macro month_code(month) as strftime(month, '%Y-%m');
create or replace macro day_before(day) as cast(day - 1 as date);
create or replace macro fiscal_year(day) as cast(year(day) - if(month(day) < 4, 1, 0) as integer);
create or replace macro fiscal_year_end(fiscal_year) as make_date(fiscal_year + 1, 3, 31);
create or replace macro whole_years(from_day, to_day) as cast(date_sub('year', from_day, to_day) as integer);
create or replace macro text_length(text) as length(text);
create or replace macro text_part(text, start, size) as substring(text, start, size);
create or replace macro whole_part(amount, divisor) as amount // divisor;
create or replace macro half_up(value, digits) as floor(value * power(10, digits) + 0.500000001) / power(10, digits);
create or replace macro day_of_month(day) as cast(dayofmonth(day) as integer);
create or replace macro drug_amount(milliyen, quantity) as milliyen * cast(round(quantity * 100000) as bigint);
create or replace macro drug_points(amount, least_yen) as if(amount <= 0, 0, if(amount <= least_yen * 100000000, 1, (amount + 499999999) // 1000000000));
create or replace macro egfr_from(creatinine, age, sex) as 194 * power(creatinine, -1.094) * power(if(age < 18, null, age), -0.287) * case sex when 'male' then 1 when 'female' then 0.739 end;
create or replace macro wide(amount) as cast(amount as hugeint);
