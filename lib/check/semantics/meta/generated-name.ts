const MAX_BASE = 58;

/** A name as the server makes one of `metadata.generateName` (k8s.io/apiserver/pkg/storage/names/generate.go). */
export const generatedName = (prefix: string): string => `${prefix.slice(0, MAX_BASE)}x7k2p`;
