import { defineRecords } from '#shared/define.ts';

/**
 * Records shared by all kinds of receipt and those the review body (審査支払機関) adds to the insurer's files.
 * Source: 記録条件仕様（医科用）令和4年4月版 for SN, JD, MF, SJ, TI, TR, TS, GO; the records MN, JY, EX, RC and HR stand
 * only in レセ電コード情報ファイル (see notes.md for how sure each position is).
 */
export const commonRecords = defineRecords({
  MN: {
    ja: 'レセプト管理',
    positions: 7,
    fields: {
      managementNumber: [2, 'レセプト管理番号', 'code'],
      address: [3, '所在地', 'free'],
      searchNumber: [4, '検索番号', 'code'],
    },
  },
  SN: {
    ja: '資格確認',
    positions: 9,
    fields: {
      payer: [2, '負担者種別', 'code'],
      confirmation: [3, '確認区分', 'code'],
      insurer: [4, '保険者番号等', 'code'],
      symbol: [5, '被保険者証等の記号', 'identifier'],
      number: [6, '被保険者証等の番号', 'identifier'],
      branch: [7, '枝番', 'code'],
    },
  },
  JY: {
    ja: '事由',
    positions: 9,
    fields: {
      action: [2, '補正区分', 'code'],
      targetLine: [3, '対象行番号', 'number'],
      targetBranch: [4, '対象枝番号', 'number'],
      newLine: [7, '補正後行番号', 'number'],
      newBranch: [8, '補正後枝番号', 'number'],
    },
  },
  EX: { ja: '審査運用', positions: 13, fields: { insurer: [2, '振替先保険者番号', 'code'] } },
  HR: {
    ja: '返戻理由',
    positions: 10,
    fields: { month: [2, '処理年月', 'month'], searchNumber: [10, '検索番号', 'code'] },
  },
  RC: { ja: 'レコード管理', positions: 2, fields: {} },
  JD: { ja: '受診日等', positions: 33, fields: {} },
  MF: { ja: '窓口負担額', positions: 33, fields: {} },
  SJ: { ja: '症状詳記', positions: 3, fields: { text: [3, '症状詳記データ', 'free'] } },
  GO: {
    ja: '診療報酬請求書',
    positions: 4,
    fields: { claims: [2, '総件数', 'number'], points: [3, '総合計点数', 'number'] },
  },
  RO: { ja: '老人保健', positions: 15, fields: {} },
  NI: { ja: '日計表', positions: 2, fields: {} },
  KH: { ja: '国保連固有情報', positions: 2, fields: {} },
});
