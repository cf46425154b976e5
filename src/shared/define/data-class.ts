/**
 * Classes of personal data (個人情報の類型) a purpose of use is published for: 資格, レセプト, 健診, 保健指導, 本人の意向
 * (不開示, 通知不要 …), 氏名と宛先.
 */
export const dataClasses = ['eligibility', 'receipt', 'checkup', 'guidance', 'consent', 'address'] as const;

export type DataClass = (typeof dataClasses)[number];
