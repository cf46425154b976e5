import { join } from 'node:path';
import { compactDay, type Day, fiscalYearOf, type MonthIndex, monthOfDay, monthStart } from './calendar.ts';
import { insurerNumber } from './receipt.ts';
import { createZip, type ZipFile } from './zip.ts';

const documentsPerArchive = 8_000;
const namespaces = {
  new: 'https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html',
  old: 'http://tokuteikenshin.jp/checkup/2007',
} as const;

/** Who sends archives. */
export type Sender = {
  /** 10 digits of an institution, 8 of an insurer. */
  readonly number: string;
  readonly isInsurer?: boolean;
  /** Still writes index, summary and claims in the namespace of the older period. */
  readonly oldNamespace?: boolean;
};

/** 実施区分: 1 checkups, 2 guidance, 4 results received from other checkups. */
export type Service = '1' | '2' | '4';

/** What is written about one person: the result, and the bill for it where it is settled by archive. */
export type Piece = {
  readonly document: string;
  readonly claim?: {
    readonly document: (namespace: string) => string;
    readonly yen: number;
    readonly paid: number;
  };
};

type Archive = {
  readonly zip: ZipFile;
  readonly name: string;
  readonly filed: Day;
  readonly service: Service;
  readonly sender: Sender;
  readonly namespace: string;
  documents: number;
  claims: number;
  yen: number;
  paid: number;
};

export type ExchangeArchives = {
  /**
   * Adds a piece to the archive of its sender, service and month of delivery. `write` receives its serial number and
   * file date.
   */
  readonly add: (
    sender: Sender,
    service: Service,
    due: MonthIndex,
    write: (serial: number, filed: Day) => Piece,
  ) => void;
  readonly close: () => void;
};

/** The month after the half-year of a month, in which archives come; all by the month after `last`. */
export function dueAfter(month: MonthIndex, last: MonthIndex): MonthIndex {
  return Math.min(last + 1, month + 6 - ((month + 3) % 6));
}

/** Archives by sender, service and month of delivery, split when they grow; delivered on the tenth. */
export function createExchangeArchives(folder: string): ExchangeArchives {
  const open = new Map<string, Archive>();
  const splits = new Map<string, number>();
  return {
    add(sender, service, due, write) {
      const key = `${sender.number} ${due} ${service}`;
      let archive = open.get(key);
      if (archive === undefined) {
        const split = splits.get(key) ?? 0;
        splits.set(key, split + 1);
        archive = start(folder, sender, service, monthStart(due) + 9 + Math.floor(split / 10), split % 10);
        open.set(key, archive);
      }
      const serial = ++archive.documents;
      const { document, claim } = write(serial, archive.filed);
      const file = `${sender.number}${compactDay(archive.filed)}0${service}${String(serial).padStart(6, '0')}.xml`;
      archive.zip.add(`${archive.name}/DATA/${service === '2' ? 'g' : 'h'}${file}`, document);
      if (claim !== undefined) {
        archive.zip.add(
          `${archive.name}/CLAIMS/${service === '2' ? 'p' : 'c'}${file}`,
          claim.document(archive.namespace),
        );
        archive.claims++;
        archive.yen += claim.yen;
        archive.paid += claim.paid;
      }
      if (archive.documents < documentsPerArchive) return;
      finish(archive);
      open.delete(key);
    },
    close: () => open.forEach(finish),
  };
}

function start(folder: string, sender: Sender, service: Service, filed: Day, split: number): Archive {
  const name = `${sender.number}_${insurerNumber}_${compactDay(filed)}${split}_${service}`;
  const isOld = sender.oldNamespace || fiscalYearOf(monthOfDay(filed)) < 2024;
  const namespace = isOld ? namespaces.old : namespaces.new;
  const zip = createZip(join(folder, `${name}.zip`));
  return { zip, name, filed, service, sender, namespace, documents: 0, claims: 0, yen: 0, paid: 0 };
}

function finish(archive: Archive): void {
  archive.zip.add(`${archive.name}/ix08_V08.xml`, indexXml(archive));
  if (archive.claims > 0) archive.zip.add(`${archive.name}/su08_V08.xml`, summaryXml(archive));
  archive.zip.close();
}

function indexXml({ namespace, filed, sender, service, documents }: Archive): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<index xmlns="${namespace}">` +
    `<interactionType code="${sender.isInsurer ? 8 : 6}"/><creationTime value="${compactDay(filed)}"/>` +
    `<sender><id root="1.2.392.200119.6.${sender.isInsurer ? 101 : 102}" extension="${sender.number}"/></sender>` +
    `<receiver><id root="1.2.392.200119.6.101" extension="${insurerNumber}"/></receiver>` +
    `<serviceEventType code="${service}"/><totalRecordCount value="${documents}"/></index>\n`
  );
}

function summaryXml({ namespace, service, claims, yen: claimed, paid }: Archive): string {
  const yen = (name: string, value: number) => `<${name} value="${value}" currency="JPY"/>`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<summary xmlns="${namespace}">` +
    `<serviceEventType code="${service}"/><totalSubjectCount value="${claims}"/>` +
    `${yen('totalCostAmount', claimed + paid)}${yen('totalPaymentAmount', paid)}${yen('totalClaimAmount', claimed)}</summary>\n`
  );
}
