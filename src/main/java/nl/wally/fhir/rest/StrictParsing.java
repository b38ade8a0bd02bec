package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.regex.Pattern;
import nl.wally.shared.Words;

/**
 * Refuses what HAPI would drop in silence (unknown elements, unusable values): nothing that a client sends gets lost
 * unseen. The texts name the element, never the value.
 */
class StrictParsing extends ErrorHandlerAdapter {
    /** What looks like the name of an element may be repeated; anything else may be a person's. */
    private static final Pattern NAME = Pattern.compile("_?[a-z][A-Za-z]{0,60}");

    @Override
    public void unknownElement(IParseLocation location, String name) {
        throw unreadable(
                isName(name) ? words("Element {0} does not exist here", name) : words("An element does not exist here"),
                location);
    }

    @Override
    public void unknownAttribute(IParseLocation location, String name) {
        throw unreadable(
                isName(name)
                        ? words("Attribute {0} does not exist here", name)
                        : words("An attribute does not exist here"),
                location);
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String name) {
        throw unreadable(words("Element {0} may not repeat", name), location);
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        throw unreadable(words("A value does not have the form of its type"), location);
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String name,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        throw unreadable(words("Element {0} has the wrong JSON type", name), location);
    }

    @Override
    public void missingRequiredElement(IParseLocation location, String name) {
        throw unreadable(words("Element {0} is missing", name), location);
    }

    @Override
    public void containedResourceWithNoId(IParseLocation location) {
        throw unreadable(words("A contained resource needs an id"), location);
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
        throw unreadable(words("An extension has either a value or extensions"), location);
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static UnreadableException unreadable(Words what, IParseLocation location) {
        String parent = location == null ? null : location.getParentElementName();
        return new UnreadableException(parent == null ? what : words("{0} (in {1})", what, parent));
    }

    /** Unreadable, with a text of our own that may be shown. */
    static class UnreadableException extends DataFormatException {
        private static final long serialVersionUID = 1L;

        private final transient Words words;

        UnreadableException(Words words) {
            super(words.toString());
            this.words = words;
        }

        Words words() {
            return words;
        }
    }
}
