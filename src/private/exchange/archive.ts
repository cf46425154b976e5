import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { steadyZip } from '#print/steady-zip.ts';

/** An exchange archive in the making: only its packed bytes are held. */
export type ArchiveWriter = {
  /** Documents about persons so far. */
  readonly documents: number;
  /** Adds a file below the root folder, such as `DATA/….xml`. */
  readonly add: (path: string, content: string) => Promise<void>;
  /** The archive; the same content gives the same bytes. */
  readonly close: () => Promise<Uint8Array>;
};

/**
 * Opens an archive whose only root folder has its name; every file in it is UTF-8.
 * @param name as `archiveName` makes it
 */
export function openArchiveWriter(name: string): ArchiveWriter {
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    extendedTimestamp: false,
    lastModDate: new Date(1980, 0, 1),
    msDosCompatible: true,
    useUnicodeFileNames: true,
    useWebWorkers: false,
  });
  let documents = 0;
  return {
    get documents() {
      return documents;
    },
    async add(path, content) {
      await zip.add(`${name}/${path}`, new TextReader(content));
      if (path.startsWith('DATA/')) documents++;
    },
    async close() {
      return steadyZip(await zip.close());
    },
  };
}
