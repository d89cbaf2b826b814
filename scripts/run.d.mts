export function isGoodNode(version: string): boolean;
export function bundledNode(platform: NodeJS.Platform, arch: string): string[];
