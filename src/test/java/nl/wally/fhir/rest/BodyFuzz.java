package nl.wally.fhir.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import nl.wally.fuzz.Choices;
import nl.wally.fuzz.Examples;
import nl.wally.fuzz.Mutant;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** A body is refused with a reason, or read so that what is written of it can be read again; nothing else. */
class BodyFuzz {
    private static final FhirContext FHIR = strict();
    private static final Pattern LOCAL = Pattern.compile("\\breference\"?\\s*(?::|value=)\\s*\"#([^\"]*)\"");
    private static final JsonForm JSON = new JsonForm(FHIR);
    private static final XmlForm XML = new XmlForm(FHIR);

    private static FhirContext strict() {
        FhirContext context = FhirContext.forR4();
        context.setParserErrorHandler(new StrictParsing());
        context.getParserOptions().setAutoContainReferenceTargetsWithNoId(false);
        return context;
    }

    @FuzzTest
    void json(byte[] body) throws IOException {
        try {
            JSON.requireResource(body);
            BodyMap.ofJson(body).of("Bundle.entry[0].resource.id");
            String text = new String(body, StandardCharsets.UTF_8);
            requireReadableAgain(FHIR.newJsonParser().parseResource(text), text);
        } catch (RefusedException | DataFormatException refused) {
            requireReason(refused);
        }
    }

    @FuzzTest
    void xml(byte[] body) throws XMLStreamException {
        try {
            XML.requireResource(body);
            BodyMap.ofXml(body).of("Bundle.entry[0].resource.id");
            String text = new String(body, StandardCharsets.UTF_8);
            requireReadableAgain(FHIR.newXmlParser().parseResource(text), text);
        } catch (RefusedException | DataFormatException refused) {
            requireReason(refused);
        }
    }

    @FuzzTest
    void message(byte[] decisions) throws IOException {
        Choices choices = Choices.of(decisions);
        json(Examples.bytes(Mutant.of(FHIR, choices.of(Examples.all()), choices, 4)));
    }

    /** It goes out as JSON, and to others as XML. */
    private static void requireReadableAgain(IBaseResource read, String text) {
        String json;
        try {
            json = FHIR.newJsonParser().encodeResourceToString(read);
            FHIR.newXmlParser().encodeResourceToString(read);
        } catch (NullPointerException ofHapi) {
            if (pointsToNothingContained(read, text)) {
                return;
            }
            throw ofHapi;
        }
        try {
            FHIR.newJsonParser().parseResource(json);
        } catch (DataFormatException lost) {
            throw new AssertionError("What was read cannot be read again: " + json, lost);
        }
    }

    /** HAPI cannot write such a reference in an extension; it is refused before anything is written (BadReferenceIT). */
    private static boolean pointsToNothingContained(IBaseResource read, String text) {
        Set<String> contained = FHIR.newTerser().getAllPopulatedChildElementsOfType(read, IBaseResource.class).stream()
                .map(resource -> resource.getIdElement().getIdPart())
                .collect(Collectors.toSet());
        return LOCAL.matcher(text).results().anyMatch(reference -> !contained.contains(reference.group(1)));
    }

    private static void requireReason(RuntimeException refused) {
        if (refused instanceof DataFormatException) {
            ErrorTranslation.unreadable(refused);
        }
    }
}
