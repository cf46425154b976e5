-- ja: 性別と両立しない疾病分類は、分析に現れない（分類外に入れてある）
-- en: A disease class that a sex cannot have does not occur in the analysis (it went to unclassified)
with costs as (select * from analyses."disease-cost"),

impossible as (select * from reference.structural_zero),

counted as (
  select count(*) filter (where impossible.sex is not null) as failing, count(*) as checked
  from costs
  left join impossible on costs.sex = impossible.sex and costs.disease = impossible.disease
)

select * from counted
