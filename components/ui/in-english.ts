// For tests: what runs outside of a page speaks English.

import { messagesOf } from '#lib/words/catalogue.ts';
import { speak } from './page-words.ts';

speak({ locale: 'en', messages: messagesOf('en', ['ui', 'terms']) });
