package nl.wally.fhir.rest;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;

/**
 * Refuses what HAPI would drop in silence (unknown elements, unusable values): nothing that a client sends gets lost
 * unseen. The texts name the element, never the value.
 */
class StrictParsing extends ErrorHandlerAdapter {
    @Override
    public void unknownElement(IParseLocation location, String name) {
        throw unreadable("Element '%s' does not exist here%s", name, location);
    }

    @Override
    public void unknownAttribute(IParseLocation location, String name) {
        throw unreadable("Attribute '%s' does not exist here%s", name, location);
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String name) {
        throw unreadable("Element '%s' may not repeat%s", name, location);
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        throw unreadable("A value cannot be used%s%s", "", location);
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String name,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        throw unreadable("Element '%s' has the wrong JSON type%s", name, location);
    }

    @Override
    public void missingRequiredElement(IParseLocation location, String name) {
        throw unreadable("Element '%s' is missing%s", name, location);
    }

    @Override
    public void containedResourceWithNoId(IParseLocation location) {
        throw unreadable("A contained resource needs an id%s%s", "", location);
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
        throw unreadable("An extension has either a value or extensions%s%s", "", location);
    }

    private static UnreadableException unreadable(String text, String name, IParseLocation location) {
        String parent = location == null ? null : location.getParentElementName();
        return new UnreadableException(String.format(text, name, parent == null ? "" : " (in " + parent + ")"));
    }

    /** Unreadable, with a text of our own that may be shown. */
    static class UnreadableException extends DataFormatException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
