/**
 * A number as Go's `strconv.FormatFloat(value, 'g', -1, 32)` writes it, which is what
 * sigs.k8s.io/yaml (yaml.go, convertToJSONableObject) makes of a key that is a float: `0.1` stays,
 * `16777217.0` becomes `1.6777216e+07`, and infinity `.inf`.
 */
export function float32Text(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  // Nine digits tell any two floats of 32 bits apart.
  let shortest = single.toExponential(8);
  for (let digits = 0; digits < 8; digits++) {
    const candidate = single.toExponential(digits);
    if (Math.fround(Number(candidate)) === single) {
      shortest = candidate;
      break;
    }
  }
  const [mantissa = '', power = '0'] = shortest.split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return Number(shortest).toString();
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
