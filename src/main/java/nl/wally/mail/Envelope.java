package nl.wally.mail;

/**
 * To whom an e-mail goes, and how it is recognised.
 *
 * @param to the address
 * @param number the same each time that the same letter is sent, and never that of another one
 * @param returnPath where it comes back when it cannot be delivered
 */
record Envelope(String to, String number, String returnPath) {}
