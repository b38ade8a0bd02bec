package nl.wally.mail;

/** What came of handing in an e-mail. */
sealed interface SendOff {
    /** The other server has taken it. */
    record Taken() implements SendOff {}

    /** It will not be taken later either: that address gets no mail. */
    record Refused(Failure why) implements SendOff {}

    /**
     * Nothing was said about the address: the server is away, busy, or does not want us.
     *
     * @param reason in a word, without an address or a text of the other side
     */
    record NotNow(String reason) implements SendOff {}
}
