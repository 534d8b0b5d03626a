import { oncePer } from '../model/once-per';
import { NearbyWords } from './nearby-words';

/** Words to suggest from, made once for a set of them: thousands may look in it for what is not there. */
export const nearbyWordsOf = oncePer((words: ReadonlySet<string>) => new NearbyWords(words));
