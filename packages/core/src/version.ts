/** pymaint's own version: one for all actions and the command, the same as in the top package.json. */
export const VERSION = '0.1.0';
