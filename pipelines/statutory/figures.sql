-- grain: one row per sex and age band of five years
-- key: sex, band
-- why: counts of persons only; shares and totals follow from them. One column per line of reference.state_report_measure.
with people as (select * from input.statutory_person),

figures as (
  select
    sex,
    band,
    count(*) filter (where in_denominator) as targets,
    count(*) filter (where in_numerator) as examined,
    count(*) filter (where is_assessed) as assessed,
    count(*) filter (where metabolic_syndrome = 'present') as metabolic,
    count(*) filter (where metabolic_syndrome = 'borderline') as borderline,
    count(*) filter (where on_bp) as medication_bp,
    count(*) filter (where on_lipid) as medication_lipid,
    count(*) filter (where on_glucose) as medication_glucose,
    count(*) filter (where metabolic_before = 'present') as metabolic_before,
    count(*) filter (where metabolic_before = 'present' and metabolic_syndrome = 'borderline') as metabolic_to_borderline,
    count(*) filter (where metabolic_before = 'present' and metabolic_syndrome = 'absent') as metabolic_to_absent,
    count(*) filter (where metabolic_before = 'borderline') as borderline_before,
    count(*) filter (where metabolic_before = 'borderline' and metabolic_syndrome = 'absent') as borderline_to_absent,
    count(*) filter (where guided_before is not null) as guided_before,
    count(*) filter (where guided_before is not null and guided is null) as guided_to_none,
    count(*) filter (where guided = 'intensive') as intensive,
    count(*) filter (where is_used and guided = 'intensive') as intensive_used,
    count(*) filter (where is_completed and guided = 'intensive') as intensive_completed,
    count(*) filter (where guided = 'motivational') as motivational,
    count(*) filter (where is_used and guided = 'motivational') as motivational_used,
    count(*) filter (where is_completed and guided = 'motivational') as motivational_completed,
    count(*) filter (where guided is not null) as guided,
    count(*) filter (where is_used) as guided_used,
    count(*) filter (where is_completed) as guided_completed
  from people
  group by sex, band
)

select * from figures
