import { join } from 'node:path';
import { createTextFile, type TextFile } from '../text-file.ts';

/** CSV lists (cp932), opened when their first row comes. */
export type CsvFiles = {
  /** @param name of the file without its ending */
  readonly write: (name: string, head: string, row: string) => void;
  readonly close: () => void;
};

export function createCsvFiles(folder: string): CsvFiles {
  const open = new Map<string, TextFile>();
  return {
    write(name, head, row) {
      let file = open.get(name);
      if (file === undefined) {
        file = createTextFile(join(folder, `${name}.csv`));
        file.write(`${head}\r\n`);
        open.set(name, file);
      }
      file.write(`${row}\r\n`);
    },
    close() {
      for (const file of open.values()) file.close();
    },
  };
}
