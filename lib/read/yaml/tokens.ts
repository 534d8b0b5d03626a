/** Kinds of tokens. The first is no token: a place that may turn out to be the beginning of a key. */
export const NOTHING = 0;
export const BLOCK_SEQUENCE_START = 1;
export const BLOCK_MAPPING_START = 2;
export const BLOCK_END = 3;
export const FLOW_SEQUENCE_START = 4;
export const FLOW_SEQUENCE_END = 5;
export const FLOW_MAPPING_START = 6;
export const FLOW_MAPPING_END = 7;
export const FLOW_ENTRY = 8;
export const BLOCK_ENTRY = 9;
export const KEY = 10;
export const VALUE = 11;
export const ALIAS = 12;
export const ANCHOR = 13;
export const TAG = 14;
export const PLAIN = 15;
export const QUOTED = 16;
export const BLOCK_TEXT = 17;
export const DOCUMENT_START = 18;
export const DOCUMENT_END = 19;
export const END = 20;
/** What cannot be scanned; the error is thrown when the parser comes here, and not if it never does. */
export const BROKEN = 21;
