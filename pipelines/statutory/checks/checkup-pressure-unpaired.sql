-- grain: one row per reported checkup with only one of both blood pressures of a reading
-- key: document_id
-- of: checkup
-- severity: check
-- ja: 収縮期血圧と拡張期血圧が同じ回でそろっていない
-- en: systolic and diastolic pressure are not of one reading
-- mend: 同じ回の組で判定します。健診機関に確かめてください。
with documents as (select * from input.statutory_checkup),

found as (select document_id from documents where coalesce(sbp, dbp) is not null and (sbp is null or dbp is null))

select * from found
