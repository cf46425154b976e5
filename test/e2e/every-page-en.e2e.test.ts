import { testEveryPage } from './every-page.ts';

testEveryPage({ language: 'en', width: 390, colorScheme: 'dark' });
