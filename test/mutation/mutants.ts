/**
 * Mutants of a TypeScript file: small wrong changes, by the operators of StrykerJS. All of them
 * are put into the file at once, each behind a switch: `__m(7)` is true while mutant 7 is on.
 */
import ts from 'typescript';

export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  readonly operator: string;
  readonly before: string;
  readonly after: string;
}

interface Variant {
  readonly operator: string;
  readonly text: string;
}

const { SyntaxKind: K } = ts;
const BINARY: Readonly<Record<string, readonly [operator: string, ...others: string[]]>> = {
  '+': ['arithmetic', '-'], '-': ['arithmetic', '+'], '*': ['arithmetic', '/'], '/': ['arithmetic', '*'], '%': ['arithmetic', '*'],
  '<': ['equality', '<=', '>='], '<=': ['equality', '<', '>'], '>': ['equality', '>=', '<='], '>=': ['equality', '>', '<'],
  '===': ['equality', '!=='], '!==': ['equality', '==='],
  '&&': ['logical', '||'], '||': ['logical', '&&'], '??': ['logical', '&&'],
};
const ASSIGN: Readonly<Record<string, string>> = { '+=': '-=', '-=': '+=', '*=': '/=', '/=': '*=', '??=': '&&=', '||=': '&&=', '&&=': '||=' };
const BOOLEAN = new Set(['<', '<=', '>', '>=', '===', '!==', '&&', '||']);
const RENAMED: Readonly<Record<string, string>> = {
  startsWith: 'endsWith', endsWith: 'startsWith', some: 'every', every: 'some', min: 'max', max: 'min', toUpperCase: 'toLowerCase', toLowerCase: 'toUpperCase', trimStart: 'trimEnd', trimEnd: 'trimStart',
};
const REMOVED = new Set(['sort', 'reverse', 'filter', 'slice', 'substring', 'substr', 'charAt', 'trim', 'toSorted', 'toReversed']);

const isAssignment = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind >= K.FirstAssignment && node.operatorToken.kind <= K.LastAssignment;

/** True where an expression may not be put in parentheses behind a switch. */
function isFixed(node: ts.Node): boolean {
  const { parent } = node;
  if (isAssignment(parent) && parent.left === node) return true;
  if ((ts.isPrefixUnaryExpression(parent) && (parent.operator === K.PlusPlusToken || parent.operator === K.MinusMinusToken)) || ts.isPostfixUnaryExpression(parent)) return true;
  if (ts.isDeleteExpression(parent) || (ts.isTaggedTemplateExpression(parent) && parent.tag === node)) return true;
  if (ts.isCallExpression(parent) && parent.expression === node && (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))) return true;
  if (ts.isExpressionWithTypeArguments(parent) || ts.isImportAttribute(parent) || ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  // A link of an optional chain: only the whole chain can be switched.
  return ts.isOptionalChain(parent) && parent.expression === node && ts.isOptionalChain(node);
}
const isName = ({ parent }: ts.Node, node: ts.Node): boolean =>
  (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent)) && parent.name === node;

/** The links of an optional chain, outermost first. */
function chainLinks(node: ts.Expression): ts.Node[] {
  const links: ts.Node[] = [];
  for (let at: ts.Node = node; ts.isOptionalChain(at); at = at.expression) {
    if ('questionDotToken' in at && at.questionDotToken) links.push(at.questionDotToken);
  }
  return links;
}

export class Instrumenter {
  readonly mutants: Mutant[] = [];
  readonly #source: ts.SourceFile;
  readonly #file: string;
  #next: number;

  constructor(file: string, text: string, firstId: number) {
    this.#file = file;
    this.#next = firstId;
    this.#source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  }

  /** The file with every mutant in it. */
  code(): string {
    return this.#emit(this.#source);
  }

  #text = (node: ts.Node): string => node.getText(this.#source);

  #add(node: ts.Node, { operator, text }: Variant): number {
    const id = this.#next;
    this.#next += 1;
    const line = this.#source.getLineAndCharacterOfPosition(node.getStart(this.#source)).line + 1;
    const short = (code: string): string => { const flat = code.replace(/\s+/g, ' '); return flat.length > 90 ? `${flat.slice(0, 90)}…` : flat; };
    this.mutants.push({ id, file: this.#file, line, operator, before: short(this.#text(node)), after: short(text) });
    return id;
  }

  #emit(node: ts.Node): string {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node)) return node.getFullText(this.#source);
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => { children.push(child); });
    const start = node.getFullStart();
    const full = node.getFullText(this.#source);
    let out = '';
    let at = start;
    for (const child of children.sort((a, b) => a.getFullStart() - b.getFullStart())) {
      out += full.slice(at - start, child.getFullStart() - start) + this.#emit(child);
      at = child.getEnd();
    }
    out += full.slice(at - start);
    return this.#wrap(node, out);
  }

  #wrap(node: ts.Node, code: string): string {
    if (node.kind === K.SourceFile) return code;
    const lead = code.length - code.trimStart().length;
    const own = this.#source.text.slice(node.getFullStart(), node.getStart(this.#source));
    const [space, body] = code.startsWith(own) ? [own, code.slice(own.length)] : [code.slice(0, lead), code.slice(lead)];
    if (ts.isBlock(node) && node.statements.length > 0) {
      const id = this.#add(node, { operator: 'block', text: '{}' });
      const isFunction = ts.isFunctionLike(node.parent);
      return isFunction ? `${space}{if(__m(${id}))return;${body.slice(1)}` : `${space}{if(__m(${id})){}else${body}}`;
    }
    if (isFixed(node) || isName(node, node)) return code;
    const variants = [...new Map(this.#variants(node).filter(({ text }) => text !== this.#text(node)).map((each) => [each.text, each])).values()];
    if (variants.length === 0) return code;
    const switches = variants.map((each) => `__m(${this.#add(node, each)})?(${each.text}):`).join('');
    return `${space}(${switches}(${body}))`;
  }

  #variants(node: ts.Node): Variant[] {
    const found: Variant[] = [];
    const add = (operator: string, text: string): void => { found.push({ operator, text }); };
    const { parent } = node;
    const isTest = ((ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) && parent.expression === node)
      || ((ts.isConditionalExpression(parent) || ts.isForStatement(parent)) && parent.condition === node);
    const isLoop = ts.isWhileStatement(parent) || ts.isForStatement(parent) || ts.isDoStatement(parent);
    if (isTest || (ts.isBinaryExpression(node) && BOOLEAN.has(this.#text(node.operatorToken)))) {
      if (!(isTest && isLoop)) add('conditional', 'true');
      add('conditional', 'false');
    }
    if (ts.isBinaryExpression(node)) this.#binary(node, add);
    else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) this.#unary(node, add);
    else if (node.kind === K.TrueKeyword) add('boolean', 'false');
    else if (node.kind === K.FalseKeyword) add('boolean', 'true');
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add('string', node.text === '' ? '"mutated"' : '""');
    else if (ts.isTemplateExpression(node)) add('string', '``');
    else if (ts.isArrayLiteralExpression(node)) add('array', node.elements.length === 0 ? '["mutated"]' : '[]');
    else if (ts.isObjectLiteralExpression(node) && node.properties.length > 0) add('object', '{}');
    else if (ts.isCallExpression(node)) this.#call(node, add);
    if (ts.isArrowFunction(parent) && parent.body === node) add('arrow', 'undefined');
    if (ts.isExpression(node) && ts.isOptionalChain(node)) this.#chain(node, add);
    return found;
  }

  #binary(node: ts.BinaryExpression, add: (operator: string, text: string) => void): void {
    const sign = this.#text(node.operatorToken);
    const [left, right] = [this.#text(node.left), this.#text(node.right)];
    const [operator, ...others] = BINARY[sign] ?? [];
    // Mixing ?? with && or || without parentheses is an error of syntax.
    for (const other of others) add(operator ?? '', sign === '+' && (ts.isStringLiteral(node.left) || ts.isStringLiteral(node.right)) ? '""' : `(${left}) ${other} (${right})`);
    const assigned = ASSIGN[sign];
    if (assigned) add('assignment', `${left} ${assigned} ${right}`);
  }

  #unary(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, add: (operator: string, text: string) => void): void {
    const operand = this.#text(node.operand);
    const prefix = ts.isPrefixUnaryExpression(node);
    if (node.operator === K.PlusPlusToken) add('update', prefix ? `--${operand}` : `${operand}--`);
    else if (node.operator === K.MinusMinusToken) add('update', prefix ? `++${operand}` : `${operand}++`);
    else if (node.operator === K.ExclamationToken) add('boolean', operand);
    else if (node.operator === K.MinusToken) add('unary', `+${operand}`);
    else if (node.operator === K.PlusToken) add('unary', `-${operand}`);
  }

  #call(node: ts.CallExpression, add: (operator: string, text: string) => void): void {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee)) return;
    const name = callee.name.text;
    const owner = this.#text(callee.expression);
    const renamed = RENAMED[name];
    const rest = this.#source.text.slice(callee.getEnd(), node.getEnd());
    const dot = callee.questionDotToken ? '?.' : '.';
    if (renamed !== undefined) add('method', `${owner}${dot}${renamed}${rest}`);
    if (REMOVED.has(name)) add('method', owner);
  }

  #chain(node: ts.Expression, add: (operator: string, text: string) => void): void {
    const text = this.#text(node);
    const start = node.getStart(this.#source);
    for (const link of chainLinks(node)) {
      const at = link.getStart(this.#source) - start;
      const after = text.slice(at + 2);
      add('chaining', `${text.slice(0, at)}${/^[[(]/.test(after) ? '' : '.'}${after}`);
    }
  }
}
