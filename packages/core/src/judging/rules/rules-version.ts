/** Raised with every change that can change a verdict. */
export const rulesVersion = '3'
