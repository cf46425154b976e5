import { testEveryPage } from './every-page.ts';

testEveryPage({ language: 'ja', width: 1280, colorScheme: 'light' });
