/** Until the rules stand nothing leaves. */
export function maskPersonal(_text: string): { readonly text: string; readonly masked: readonly string[] } {
  return { text: "", masked: ["all"] };
}
