-- grain: one row per reported checkup without the number of its institution
-- key: document_id
-- of: checkup
-- severity: reject
-- ja: 健診機関番号がない
-- en: the number of the institution is missing
-- mend: 健診機関に番号を確かめてください（事業者健診は番号がなくても報告できます）。
with documents as (select * from input.statutory_checkup),

found as (
  select document_id from documents where institution is null and coalesce(provenance, 'own') <> 'employer'
)

select * from found
