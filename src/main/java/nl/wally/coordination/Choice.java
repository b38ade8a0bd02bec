package nl.wally.coordination;

/**
 * Something to choose in a form.
 *
 * @param value what is sent
 * @param name what is read
 */
record Choice(String value, String name) {
    static Choice of(Person person) {
        return new Choice(person.id(), person.name());
    }
}
