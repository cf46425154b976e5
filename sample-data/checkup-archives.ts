import { join } from 'node:path';
import { compactDay, type Day, type MonthIndex, monthStart } from './calendar.ts';
import { checkupInstitutions } from './institutions.ts';
import { insurerNumber } from './receipt.ts';
import { createZip, type ZipFile } from './zip.ts';

const documentsPerArchive = 8_000;
const claimYen = 8_500;
const namespaces = {
  new: 'https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html',
  old: 'http://tokuteikenshin.jp/checkup/2007',
} as const;

type Archive = {
  readonly zip: ZipFile;
  readonly name: string;
  readonly filed: Day;
  readonly institution: number;
  documents: number;
};

export type CheckupArchives = {
  /** Adds a document to the archive of its institution and half-year. `write` receives its serial number and file date. */
  readonly add: (
    institution: number,
    month: MonthIndex,
    write: (serial: number, filed: Day) => string,
  ) => void;
  readonly close: () => void;
};

/** One archive per institution and half-year, split when it grows; delivered the month after, on the tenth. */
export function createCheckupArchives(folder: string, last: MonthIndex): CheckupArchives {
  const open = new Map<string, Archive>();
  const splits = new Map<string, number>();
  const finish = (archive: Archive) => {
    archive.zip.add(`${archive.name}/ix08_V08.xml`, indexXml(archive));
    archive.zip.add(`${archive.name}/su08_V08.xml`, summaryXml(archive));
    archive.zip.close();
  };
  return {
    add(institution, month, write) {
      const due = Math.min(last + 1, month + 6 - ((month + 3) % 6));
      const key = `${institution} ${due}`;
      let archive = open.get(key);
      if (archive === undefined) {
        const split = splits.get(key) ?? 0;
        splits.set(key, split + 1);
        archive = start(folder, institution, monthStart(due) + 9 + Math.floor(split / 10), split % 10);
        open.set(key, archive);
      }
      const serial = ++archive.documents;
      const file = `h${checkupInstitutions[institution]!.number}${compactDay(archive.filed)}01${String(serial).padStart(6, '0')}.xml`;
      archive.zip.add(`${archive.name}/DATA/${file}`, write(serial, archive.filed));
      if (archive.documents < documentsPerArchive) return;
      finish(archive);
      open.delete(key);
    },
    close: () => open.forEach(finish),
  };
}

function start(folder: string, institution: number, filed: Day, split: number): Archive {
  const name = `${checkupInstitutions[institution]!.number}_${insurerNumber}_${compactDay(filed)}${split}_1`;
  return { zip: createZip(join(folder, `${name}.zip`)), name, filed, institution, documents: 0 };
}

function indexXml(archive: Archive): string {
  const { number, oldNamespace } = checkupInstitutions[archive.institution]!;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<index xmlns="${oldNamespace ? namespaces.old : namespaces.new}">` +
    `<interactionType code="6"/><creationTime value="${compactDay(archive.filed)}"/>` +
    `<sender><id root="1.2.392.200119.6.102" extension="${number}"/></sender>` +
    `<receiver><id root="1.2.392.200119.6.101" extension="${insurerNumber}"/></receiver>` +
    `<serviceEventType code="1"/><totalRecordCount value="${archive.documents}"/></index>\n`
  );
}

function summaryXml(archive: Archive): string {
  const { oldNamespace } = checkupInstitutions[archive.institution]!;
  const yen = (name: string, value: number) => `<${name} value="${value}" currency="JPY"/>`;
  const total = archive.documents * claimYen;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<summary xmlns="${oldNamespace ? namespaces.old : namespaces.new}">` +
    `<serviceEventType code="1"/><totalSubjectCount value="${archive.documents}"/>` +
    `${yen('totalCostAmount', total)}${yen('totalPaymentAmount', 0)}${yen('totalClaimAmount', total)}</summary>\n`
  );
}
