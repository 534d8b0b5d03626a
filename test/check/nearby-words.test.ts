import fc from 'fast-check';

import { NearbyWords } from '../../lib/check/nearby-words';
import { suggest } from '../../lib/diagnostics/suggest';

const word = fc.stringMatching(/^[a-z][a-z0-9-]{5,20}$/);

test('of few words it suggests what all of them would', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), word, (words, sought) => {
      expect(new NearbyWords(words).suggest(sought)).toEqual(suggest(sought, words));
    }),
  );
});

test('of many words it finds the one that was misspelled by one letter', () => {
  const many = Array.from(
    { length: 5000 },
    (_, i) => `${(i * 7919).toString(36)}-${(i * 104_729).toString(36)}`,
  );
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('x', 'y', 'z'), (meant, at, letter) => {
      const place = at % meant.length;
      const sought = `${meant.slice(0, place)}${letter}${meant.slice(place)}`;
      expect(new NearbyWords([...many, meant]).suggest(sought)).toContain(meant);
    }),
    { numRuns: 30 },
  );
});

test('of many words it finds those that differ in case, separators, order or plural alone', () => {
  const many = Array.from({ length: 500 }, (_, i) => `${i}-config`);
  const words = new NearbyWords([...many, 'logLevels', 'web-settings']);
  expect(words.suggest('LOG_LEVEL')).toContain('logLevels');
  expect(words.suggest('settings.web')).toContain('web-settings');
  expect(words.suggest('LOGLEVELS')).toContain('logLevels');
});
