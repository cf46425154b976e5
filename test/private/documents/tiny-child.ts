import { servePrinting } from '#private/documents/print-process.ts';
import { tinyKinds } from './tiny-kinds.ts';

servePrinting(tinyKinds);
