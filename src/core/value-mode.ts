/** How values are kept and shown (DESIGN §5). */
export const valueModes = ['masked', 'sealed', 'clear'] as const
