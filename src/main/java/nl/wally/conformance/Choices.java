package nl.wally.conformance;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.conformance.Findings.Said;
import nl.wally.shared.Words;
import org.jspecify.annotations.Nullable;

/** Findings about what may be chosen: codes, fixed values and targets of references. */
final class Choices {
    // The value found comes first in these texts and what the profile asks for last, so the first part is greedy.
    private static final Pattern CODE = Pattern.compile("The pattern \\[system (\\S+), code (\\S+), and display '");
    private static final Pattern FIXED =
            Pattern.compile("^Value is '.*' but (?:is fixed to|must be) '([^']*)'", Pattern.DOTALL);
    private static final Pattern VALUE_SET =
            Pattern.compile("^.*value set '[^']*' \\((http://[A-Za-z0-9:/._\\-]+)", Pattern.DOTALL);
    private static final Pattern TARGETS =
            Pattern.compile("^.*(?:expected one of|must be one of|among choices)(.*)$", Pattern.DOTALL);
    private static final Pattern FOUND_TYPE = Pattern.compile("Found ([A-Z][A-Za-z]+),");
    private static final Pattern TYPE = Pattern.compile("\\b([A-Z][A-Za-z]+)\\b");
    private static final Pattern CODINGS = Pattern.compile("Expected (\\d) but found (\\d+) coding");
    private static final Set<String> TYPES = FhirContext.forR4Cached().getResourceTypes();

    Optional<Said> said(String id, String text) {
        return Optional.ofNullable(
                switch (id) {
                    case "TYPE_CHECKS_PATTERN_CC", "_DT_Fixed_Wrong" -> fixed(text);
                    case "Terminology_TX_NoValid_16",
                            "Terminology_TX_NoValid_1_CC",
                            "Terminology_TX_NoValid_2_CC",
                            "Terminology_TX_NoValid_3_CC",
                            "Terminology_TX_NoValid_12",
                            "Terminology_TX_NoValid_13",
                            "Terminology_TX_NoValid_14",
                            "Terminology_TX_NoValid_17",
                            "Terminology_TX_NoValid_18" -> binding(text, words("another code"));
                    case "Terminology_TX_Code_ValueSet",
                            "Terminology_TX_Code_ValueSet_Ext",
                            "Terminology_TX_Code_ValueSet_MISSING" -> binding(text, words("no code"));
                    case "Terminology_TX_Coding_Count" -> codings(text);
                    case "Reference_REF_BadTargetType", "Reference_REF_CantMatchType", "Reference_REF_WrongTarget" ->
                        reference(text);
                    default -> text.startsWith("Unknown code ") ? unknownCode() : unknownSystem(text);
                });
    }

    private static Said fixed(String text) {
        Matcher code = CODE.matcher(text);
        if (code.lookingAt()) {
            Words wanted = words("code {0} of code system {1}", code.group(2), code.group(1));
            return Said.of("pattern", words("Expected here: {0}", wanted), wanted);
        }
        Matcher fixed = FIXED.matcher(text);
        return fixed.find()
                ? Said.of("fixed", words("The value {0} is expected here", fixed.group(1)), Words.same(fixed.group(1)))
                : Said.of("fixed", words("The profile allows one value here, and this is another"), Words.NONE);
    }

    private static Said binding(String text, Words found) {
        Matcher valueSet = VALUE_SET.matcher(text);
        Words wanted = valueSet.find()
                ? words("a code of value set {0}", valueSet.group(1).replaceFirst("\\.$", ""))
                : words("a code of the value set of this element");
        return new Said("binding", words("Expected here: {0}", wanted), wanted, found);
    }

    private static Said codings(String text) {
        Matcher counts = CODINGS.matcher(text);
        return counts.lookingAt()
                ? new Said(
                        "pattern",
                        words("The coding that the profile asks for is missing"),
                        Words.same(counts.group(1)),
                        Words.same(counts.group(2)))
                : Said.of("pattern", words("The coding that the profile asks for is missing"), Words.NONE);
    }

    private static Said reference(String text) {
        Matcher targets = TARGETS.matcher(text);
        List<String> types = targets.find() ? types(targets.group(1)) : List.of();
        if (types.isEmpty()) {
            return Said.of(
                    "reference", words("This reference leads to a type that the profile does not allow"), Words.NONE);
        }
        Words wanted = words("a reference to {0}", Words.anyOf(types));
        Matcher found = FOUND_TYPE.matcher(text);
        Words instead = found.find() && TYPES.contains(found.group(1))
                ? words("a reference to {0}", found.group(1))
                : Words.NONE;
        return new Said("reference", words("Expected here: {0}", wanted), wanted, instead);
    }

    private static Said unknownCode() {
        return Said.of(
                "code",
                words("This code is not in its code system, as FHIR R4 and this guide have it: leave it out"),
                words("a code that its code system has"));
    }

    private static @Nullable Said unknownSystem(String text) {
        return text.startsWith("CodeSystem is unknown")
                ? Said.of(
                        "code",
                        words("This code system is not known here, so its codes are not checked"),
                        words("a code system that this server knows"))
                : null;
    }

    private static List<String> types(String text) {
        Set<String> types = new TreeSet<>();
        TYPE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(TYPES::contains)
                .forEach(types::add);
        return List.copyOf(types);
    }
}
