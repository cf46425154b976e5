import { parentPort, workerData } from 'node:worker_threads';
import { makeFonts } from './make.ts';

parentPort?.postMessage(await makeFonts(String(workerData)));
