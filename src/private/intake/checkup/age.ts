/**
 * Whole years a person born on `birth` has completed when `day` begins (both `YYYY-MM-DD`). A year of age is
 * completed at the end of the day before the birthday (年齢計算ニ関スル法律, 民法第143条), so the age changes
 * with the birthday itself; who is born on 29 February turns on 1 March in other years.
 */
export function ageOnDay(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
