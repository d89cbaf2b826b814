/** Characters a passphrase must have; the vault itself refuses a shorter one (a test holds the two together). */
export const PASSPHRASE_MINIMUM = 12;
