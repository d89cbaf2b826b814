/** The five marks, told apart by shape; decoration, the word stands beside it. */
export function VerdictMark({ verdict }: { readonly verdict: string }) {
  const marks: Readonly<Record<string, React.ReactNode>> = {
    high: <><circle cx="9" cy="9" r="8.2" /><path d="M5 9.4 8 12.3 13 6.4" fill="none" stroke="#fff" strokeWidth="1.9" /></>,
    stepping: <path d="M1.5 16.5V12H6.5V7.5H11.5V3H16.5V16.5Z" />,
    modest: <><circle cx="9" cy="9" r="7.6" fill="none" stroke="#000" strokeWidth="1.4" /><path d="M9 1.4A7.6 7.6 0 0 1 9 16.6Z" /></>,
    limited: <path d="M9 2.2 16.6 15.8H1.4Z" fill="none" stroke="#000" strokeWidth="1.5" />,
    unknown: <circle cx="9" cy="9" r="7.6" fill="none" stroke="#000" strokeWidth="1.5" strokeDasharray="3 2.2" />,
  };
  return <svg aria-hidden="true" width="20" height="20" viewBox="0 0 18 18">{marks[verdict]}</svg>;
}
