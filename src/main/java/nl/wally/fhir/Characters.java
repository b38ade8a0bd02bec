package nl.wally.fhir;

/** Which characters are text: those of FHIR's string, see https://hl7.org/fhir/R4/datatypes.html#string. */
public final class Characters {
    private Characters() {}

    /** Whether all of this is text. */
    public static boolean areText(String text) {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit < ' ' && unit != '\t' && unit != '\n' && unit != '\r' || unit >= '\ufffe') {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                index++;
                if (index == text.length() || !Character.isLowSurrogate(text.charAt(index))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }
}
