package nl.wally.mail;

/** What stands in an e-mail: the same as plain text and as HTML. */
record Written(String subject, String text, String html) {}
