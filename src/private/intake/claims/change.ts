import { receiptChange } from '#pipelines/sources/receipt/tables.ts';
import { receiptChangeContract } from '#pipelines/sources/receipt-change/contract.ts';
import { parseMonth } from '#shared/month.ts';
import { readContract } from '../ledgers/rows.ts';
import type { Reader } from '../reader.ts';
import { isSearchNumber } from '../receipt/kinds.ts';
import { emptyFile } from '../refusals.ts';
import { openRows } from '../rows.ts';

/**
 * Reads the list of notices that receipts went back or changed (返戻・過誤・再審査・振替). New figures count with a
 * re-examination only. Whether the receipt is known is not asked here: it may come later.
 */
export const readReceiptChanges: Reader = async (path, context) => {
  const changes = await openRows(context.scratch, receiptChange);
  let newest = '';
  const { quarantined, ...read } = await readContract(
    path,
    receiptChangeContract,
    context,
    ({ searchNumber, processedMonth, change, decided, mealYen }, _position, line) => {
      if (!isSearchNumber(searchNumber)) return 'value';
      if (processedMonth > context.thisMonth) return 'future_month';
      if (processedMonth > newest) newest = processedMonth;
      changes.add({
        file_id: context.fileId,
        line,
        search_number: searchNumber,
        processed_month: `${processedMonth}-01`,
        change,
        ...(change === 'reexamined' ? { decided_points: decided, meal_yen: mealYen } : {}),
      });
      return undefined;
    },
  );
  if (read.records === 0) throw emptyFile(context.fileName);
  const month = parseMonth(newest);
  return {
    form: 'csv',
    ...read,
    ...(month === undefined ? {} : { processingMonth: month }),
    rows: { receipt_change: changes.finish(), quarantine: quarantined },
  };
};
