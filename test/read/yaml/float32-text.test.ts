import { float32Text } from '../../../lib/read/yaml/float32-text';

// What Go prints for strconv.FormatFloat(value, 'g', -1, 32), but for the words of YAML.
test.each([
  [0, '0'],
  [-0, '-0'],
  [0.1, '0.1'],
  [1.5, '1.5'],
  [-2.25, '-2.25'],
  [100000, '100000'],
  [123456.5, '123456.5'],
  [1e6, '1e+06'],
  [16777217, '1.6777216e+07'],
  [0.0001, '0.0001'],
  [0.00001, '1e-05'],
  [0.1234567891, '0.12345679'],
  [1e-45, '1e-45'],
  [3.4028235e38, '3.4028235e+38'],
  [1e39, '.inf'],
  [-Infinity, '-.inf'],
  [NaN, '.nan'],
])('%d is %s', (value, expected) => {
  expect(float32Text(value)).toBe(expected);
});
