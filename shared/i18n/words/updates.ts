/** The words of the Updates panel, in both languages; importing it adds them. */
import { enUpdates } from '../messages/screens/en-updates.ts';
import { esUpdates } from '../messages/screens/es-updates.ts';
import { addWords } from '../translator.ts';

addWords({ en: enUpdates, es: esUpdates });
