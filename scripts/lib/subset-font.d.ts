/** The package has no types of its own; what is used of it. */
declare module 'subset-font' {
  const subsetFont: (
    font: Uint8Array, text: string, options: { readonly targetFormat: 'woff2' | 'woff' | 'truetype'; readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>> },
  ) => Promise<Uint8Array>;
  export { subsetFont as default };
}
