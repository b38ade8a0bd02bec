package nl.wally.conformance;

import static nl.wally.shared.Words.words;

import java.util.Optional;
import nl.wally.conformance.Findings.Said;
import nl.wally.shared.Words;
import org.jspecify.annotations.Nullable;

/** Findings about the form of something: values of types, extensions, answers to a form, and the text of a resource itself. */
final class Forms {
    private Forms() {}

    static Optional<Said> said(String id, String text) {
        Words wanted = value(id);
        if (wanted != null) {
            return Optional.of(new Said("form", words("Expected here: {0}", wanted), wanted, words("another form")));
        }
        return Optional.ofNullable(sentence(id, text)).map(sentence -> Said.of(rule(id), sentence, Words.NONE));
    }

    private static @Nullable Words value(String id) {
        return switch (id) {
            case "Type_Specific_Checks_DT_Date_Valid" -> words("a date: YYYY, YYYY-MM or YYYY-MM-DD");
            case "Type_Specific_Checks_DT_DateTime_Valid",
                    "Type_Specific_Checks_DT_DateTime_Regex",
                    "Type_Specific_Checks_DT_DateTime_TZ" ->
                words("a date, or a date and time with its time zone: YYYY-MM-DDThh:mm:ss+zz:zz");
            case "Type_Specific_Checks_DT_DateTime_Reasonable" -> words("a year that can be meant");
            case "Type_Specific_Checks_DT_Instant_Valid" ->
                words("a moment with its time zone: YYYY-MM-DDThh:mm:ss.sss+zz:zz");
            case "Type_Specific_Checks_DT_Time_Valid" -> words("a time: hh:mm:ss");
            case "Type_Specific_Checks_DT_Boolean_Value" -> words("true or false");
            case "Type_Specific_Checks_DT_Integer_Valid",
                    "Type_Specific_Checks_DT_Integer_GT",
                    "Type_Specific_Checks_DT_Integer_LT",
                    "Type_Specific_Checks_DT_Integer_LT0",
                    "Type_Specific_Checks_DT_Integer_LT1" -> words("a whole number within the bounds of its type");
            case "Type_Specific_Checks_DT_Decimal_Valid", "Type_Specific_Checks_DT_Decimal_Range" ->
                words("a decimal number");
            case "Type_Specific_Checks_DT_Base64_Valid" -> words("base64");
            case "Type_Specific_Checks_DT_Code_WS" -> words("a code without spaces around it");
            case "Type_Specific_Checks_DT_ID_Valid",
                    "Resource_RES_ID_Malformed_Chars",
                    "Resource_RES_ID_Malformed_Length" -> words("an id: at most 64 letters, digits, dots and hyphens");
            case "Type_Specific_Checks_DT_Primitive_NotEmpty",
                    "Type_Specific_Checks_DT_Primitive_ValueExt",
                    "Type_Specific_Checks_DT_Primitive_WS",
                    "Type_Specific_Checks_DT_String_WS",
                    "Type_Specific_Checks_DT_String_WS_ALL" -> words("a value that is not empty or blank");
            case "Type_Specific_Checks_DT_Primitive_Length", "Type_Specific_Checks_DT_String_Length" ->
                words("a shorter value");
            case "Type_Specific_Checks_DT_URI_WS",
                    "Type_Specific_Checks_DT_URI_OID",
                    "Type_Specific_Checks_DT_URI_UUID",
                    "Type_Specific_Checks_DT_OID_Start",
                    "Type_Specific_Checks_DT_OID_Valid",
                    "Type_Specific_Checks_DT_UUID_Strat",
                    "Type_Specific_Checks_DT_UUID_Valid",
                    "TYPE_SPECIFIC_CHECKS_DT_URL_EXAMPLE" ->
                words("a URI without spaces: https:, urn:uuid: or urn:oid:");
            case "Type_Specific_Checks_DT_Identifier_System",
                    "Terminology_TX_System_Relative",
                    "TYPE_SPECIFIC_CHECKS_CANONICAL_ABSOLUTE",
                    "Extension_EXT_URL_Absolute" -> words("an absolute URI");
            case "REFERENCE_REF_INVALID_REF", "Reference_REF_Format1", "Reference_REF_Format2" ->
                words("a reference: Type/id, or the urn:uuid of an entry of the same Bundle");
            default -> null;
        };
    }

    private static @Nullable Words sentence(String id, String text) {
        if (id.startsWith("Questionnaire_QR") || id.startsWith("QUESTIONNAIRE_QR")) {
            return words("The answers do not fit the form that the questionnaire asks to fill in");
        }
        if (id.startsWith("Extension_") || id.startsWith("EXTENSION_")) {
            return extension(id);
        }
        if (id.toLowerCase(java.util.Locale.ROOT).contains("xhtml")) {
            return words("The narrative is not the plain XHTML that FHIR allows");
        }
        return switch (id) {
            case "Reference_REF_NoDisplay" ->
                words("A reference without a target or number says whom it means in display");
            case "TERMINOLOGY_TX_SYSTEM_NO_CODE" -> words("A code without its code system means nothing");
            case "Validation_VAL_Profile_WrongType", "Validation_VAL_Profile_WrongType2" ->
                words("This profile is for another type of resource");
            case "VALIDATION_VAL_PROFILE_UNKNOWN", "VALIDATION_VAL_PROFILE_UNKNOWN_NOT_POLICY" ->
                words("The server does not know this profile, so it decides nothing");
            case "null" -> text(text);
            default -> null;
        };
    }

    private static Words extension(String id) {
        return switch (id) {
            case "Extension_EXT_Simple_ABSENT", "Extension_EXT_Simple_WRONG" -> words("This extension has a value");
            case "Extension_EXT_SubExtension_Invalid" -> words("This extension has no such part");
            case "Extension_EXT_Url_NotFound" -> words("An extension has a url");
            case "Extension_EXT_Type", "Extension_PROF_Type" ->
                words("The value is of a type that the definition does not allow");
            case "Extension_EXT_Modifier_Y", "Extension_EXT_Modifier_MismatchY" ->
                words("This extension is no modifierExtension");
            case "Extension_EXT_Unknown" -> words("This extension is not known here and passed over");
            default -> words("This extension does not fit here");
        };
    }

    /** What the parsers say has no id. */
    private static @Nullable Words text(String text) {
        if (text.startsWith("Unrecognized property") || text.startsWith("Undefined element")) {
            return words("An element here does not exist in FHIR R4");
        }
        if (text.startsWith("Undefined attribute")) {
            return words("An attribute here does not exist in FHIR R4");
        }
        if (text.startsWith("Coding has no system")) {
            return words("A code without its code system means nothing");
        }
        if (text.startsWith("Object must have some content")) {
            return words("An element has a value or elements within it");
        }
        return text.startsWith("Th") && text.contains("must be") || text.startsWith("Error parsing JSON")
                ? words("This element has another JSON type: see its definition in FHIR R4")
                : null;
    }

    private static String rule(String id) {
        return id.startsWith("Extension_") ? "extension" : id.startsWith("Q") ? "questionnaire" : "form";
    }
}
