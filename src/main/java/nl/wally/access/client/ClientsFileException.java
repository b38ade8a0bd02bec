package nl.wally.access.client;

/** The file in which the operator registers clients cannot be used; the text says what is wrong with it, and where. */
final class ClientsFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClientsFileException(String message) {
        super(message, null, false, false);
    }
}
