export function isGoodNode(version: string): boolean;
