import { kinds } from './kinds.ts';
import { servePrinting } from './print-process.ts';

/** A process of its own, for one document: the only one in which names exist. */
servePrinting(kinds);
