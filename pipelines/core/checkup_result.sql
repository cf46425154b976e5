-- grain: one row per result of a checkup, every item
-- key: checkup_id, item_code
-- as: view
with results as (select * from staging.checkup_result)

select * from results
