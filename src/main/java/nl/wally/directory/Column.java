package nl.wally.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is said of an offer, in the order of the columns of the CSV file. Heads are Dutch in every language: they are a format. */
enum Column {
    KEY("Sleutel", 64),
    NAME("Naam", 120),
    PROVIDER("Aanbieder", 120),
    WHAT("Omschrijving", 2000),
    WHOM("Voor wie", 500),
    AREAS("Leefgebieden", 400),
    WHERE("Waar", 200),
    WHEN("Wanneer", 300),
    REMARK("Toelichting tijden", 300),
    REGISTRATION("Aanmelden", 5),
    WAITING("Wachttijd", 30),
    GROUP("Groepsgrootte", 20),
    PHONE("Telefoon", 30),
    EMAIL("E-mail", 120),
    SITE("Website", 200),
    ACTIVE("Actief", 5);

    private final String head;
    private final int longest;

    Column(String head, int longest) {
        this.head = head;
        this.longest = longest;
    }

    static Optional<Column> headed(String head) {
        return Arrays.stream(values())
                .filter(column -> column.head.equalsIgnoreCase(head.strip()))
                .findFirst();
    }

    public String head() {
        return head;
    }

    /** How many characters at most. */
    int longest() {
        return longest;
    }

    /** The name of its field in a form. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Without these nobody knows what is offered, by whom, and which line means the same offer the next time. */
    boolean required() {
        return this == KEY || this == NAME || this == PROVIDER;
    }
}
