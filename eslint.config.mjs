import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { RENDERER_RULES, ZONES } from './test/architecture/zones.ts';

const banned = [
  { selector: "MemberExpression[property.name='pathname'][object.type='NewExpression']", message: 'Use fileURLToPath: .pathname breaks on spaces, # and drive letters.' },
  { selector: "CallExpression[callee.property.name=/^(serialize|backup)$/][callee.object.name=/^(db|database|handle|connection)$/]", message: 'serialize() is plaintext and backup() fails on an encrypted vault: use VACUUM INTO.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'TSEnumDeclaration', message: 'Use a constant object and a type of the same name.' },
];
/** The zones as lint patterns: every source folder a zone does not name is refused with the zone's advice. */
const folders = [...new Set(ZONES.map((zone) => zone.folder))];
/** A refused folder may hold one that is allowed: it and what is in it are taken out again. */
const allowedInside = (folder, zone) => zone.may.filter((may) => may.startsWith(`${folder}/`)).flatMap((may) => [`!**/${may}`, `!**/${may}/**`]);
const patternsOf = (zone) => folders
  .filter((folder) => folder !== zone.folder && ![...zone.may, ...(zone.types ?? [])].some((may) => folder === may || folder.startsWith(`${may}/`)))
  .map((folder) => ({ group: [`**/${folder}/**`, ...allowedInside(folder, zone), ...(folder.startsWith('shared/') && zone.folder.startsWith('shared/') ? [`../${folder.slice(7)}/**`] : [])], message: zone.advice }));
const zones = ZONES.filter((zone) => zone.folder !== 'test' && zone.folder !== 'scripts').map((zone) => ({
  files: [`${zone.folder}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.{ts,tsx}'],
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', {
      patterns: patternsOf(zone),
    }],
  },
}));
const renderer = ZONES.find((zone) => zone.folder === 'renderer');
const rendererRules = RENDERER_RULES.map((rule) => ({
  files: [`${rule.folder}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.{ts,tsx}'],
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', {
      patterns: [...patternsOf(renderer), ...rule.mayNot.map((folder) => ({ group: [`**/${folder.split('/')[1]}/**`], message: rule.advice, allowTypeImports: true }))],
    }],
  },
}));

export default tseslint.config(
  { ignores: ['dist/**', 'build/**', 'release/**', 'node_modules/**', '**/*.mjs', 'test/fixtures/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'no-restricted-syntax': ['error', ...banned],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['shared/{kernel,domain}/**/*.ts'], ignores: ['**/*.test.ts'], rules: { 'no-restricted-globals': ['error', 'Date', 'Intl', 'process', 'window', 'document', 'globalThis'] } },
  ...zones,
  ...rendererRules,
  { files: ['*.config.ts', 'vite*.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
