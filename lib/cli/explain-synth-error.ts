import { type SynthError } from '../synth/synth-error';
import { explainFailure } from './program/explain-failure';
import { ProgramError } from './program/program-error';

/**
 * What is wrong with the App, in its own words; with the place, if code of the user threw: a token, a validation, a
 * `toJson` that was overridden.
 */
export function explainSynthError(error: SynthError): ProgramError {
  const { message, cause } = error;
  const frames = cause === undefined ? [] : explainFailure(cause).frames;
  return new ProgramError({
    kind: 'synth',
    message,
    frames: frames.some((frame) => frame.own) ? frames : [],
    cause: error,
  });
}
