-- grain: one row per notice (返戻, 過誤, 再審査, 振替) that a receipt has gone back or changed
-- key: file_id, line
-- as: view
with source as (select * from raw.receipt_change),

renamed as (
  select
    file_id,
    line,
    search_number,
    month_first(processed_month) as processed_month,
    change,
    decided_points,
    meal_yen
  from source
)

select * from renamed
