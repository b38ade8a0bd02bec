package nl.wally.conformance;

import java.util.Locale;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;

/** Recognises the Dutch citizen service number by its naming system, however that is written. */
public final class Bsn {
    /** Without its scheme, so that https does not slip through. */
    private static final String NAME =
            Canonicals.BSN.substring(Canonicals.BSN.indexOf("//")).toLowerCase(Locale.ROOT);

    private static final String OID = Canonicals.BSN_OID.substring("urn:oid:".length());

    private Bsn() {}

    /** Whether this identifier is a BSN. */
    public static boolean is(Identifier identifier) {
        return isNamedBy(identifier.getSystem());
    }

    /** Whether a text names the naming system of the BSN. */
    public static boolean isNamedBy(@Nullable String text) {
        if (text == null) {
            return false;
        }
        String plain = text.toLowerCase(Locale.ROOT).replace("%3a", ":").replace("%2f", "/");
        return names(plain, NAME) || names(plain, OID);
    }

    /** Whether the text contains the name and does not go on as a longer one. */
    private static boolean names(String text, String name) {
        int end = text.indexOf(name) + name.length();
        return text.contains(name)
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '.');
    }
}
