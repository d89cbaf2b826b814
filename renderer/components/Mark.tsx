/** The waymark: two blazes, one a step to the right. A turn is coming, choose. */
export function Mark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg className="mark" aria-hidden="true" width={Math.round(size * 0.69)} height={size} viewBox="0 0 18 26">
      <rect x="9.5" y="0" width="7" height="14" rx="1" fill="var(--blaze)" /><rect x="1.5" y="12" width="7" height="14" rx="1" fill="var(--blaze)" />
    </svg>
  );
}
