package nl.wally.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.junit.jupiter.api.Test;

/** After a resource has been validated nothing of it is left in the validator, nor in what all validators know. */
class ForgettingTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    /** Is in every text, name, code, system, extension, profile and identifier of what is validated. */
    private static final String MARK = "Quetzalcoatl";

    private static final String PATIENT = """
            {"resourceType": "Patient", "id": "Quetzalcoatl1",
             "meta": {"profile": ["http://example.org/StructureDefinition/Quetzalcoatl"],
                      "tag": [{"system": "http://example.org/Quetzalcoatl", "code": "Quetzalcoatl", "display": "Quetzalcoatl"},
                              {"system": "http://loinc.org", "code": "Quetzalcoatl"},
                              {"system": "urn:ietf:bcp:13", "code": "text/Quetzalcoatl"}]},
             "text": {"status": "generated", "div":
                "<div xmlns=\\"http://www.w3.org/1999/xhtml\\"><p id=\\"Quetzalcoatl\\">Quetzalcoatl</p><a href=\\"#Quetzalcoatl\\">x</a></div>"},
             "extension": [{"url": "http://example.org/Quetzalcoatl", "valueString": "Quetzalcoatl"}],
             "identifier": [{"system": "urn:oid:2.16.840.1.113883.2.4.6.3", "value": "Quetzalcoatl"},
                            {"type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "Quetzalcoatl",
                              "display": "Quetzalcoatl"}], "text": "Quetzalcoatl"}}],
             "name": [{"family": "Quetzalcoatl", "text": "Quetzalcoatl"}],
             "gender": "Quetzalcoatl", "birthDate": "Quetzalcoatl",
             "maritalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus", "code": "M",
                "display": "Quetzalcoatl"}], "text": "Quetzalcoatl"},
             "generalPractitioner": [{"reference": "Practitioner/Quetzalcoatl", "display": "Quetzalcoatl"}]}
            """;

    private final KnownStructures knowledge =
            new KnownStructures(Knowledge.of(Knowledge.supports(FHIR, new Definitions(FHIR), List.of())));
    private final PooledValidator validator = new PooledValidator(FHIR, knowledge);

    @Test
    void nothingIsLeft() {
        List<ValidationMessage> messages =
                validator.validate(PATIENT.getBytes(UTF_8), FhirFormat.JSON, List.of(Canonicals.PROFILE_PATIENT));

        assertThat(messages).hasSizeGreaterThan(5);
        assertThat(leftIn(validator)).isEmpty();
    }

    @Test
    void hintsAreGivenEveryTime() {
        List<String> profile = List.of(Canonicals.PROFILE_PATIENT);
        List<ValidationMessage> first = validator.validate(PATIENT.getBytes(UTF_8), FhirFormat.JSON, profile);
        List<ValidationMessage> second = validator.validate(PATIENT.getBytes(UTF_8), FhirFormat.JSON, profile);

        assertThat(second).hasSameSizeAs(first);
    }

    private record Step(Object object, String path) {}

    /** Walks through everything that can be reached, apart from what is static. */
    private static List<String> leftIn(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(root, "validator")));
        List<String> left = new ArrayList<>();
        while (!open.isEmpty()) {
            Step step = open.pop();
            if (step.object() == null || !seen.add(step.object())) {
                continue;
            }
            if (step.object() instanceof Element
                    || isText(step.object()) && step.object().toString().contains(MARK)) {
                left.add(step.path());
            }
            next(step, open);
        }
        assertThat(seen).hasSizeGreaterThan(100_000);
        return left;
    }

    private static boolean isText(Object object) {
        return object instanceof CharSequence;
    }

    private static void next(Step step, Deque<Step> open) {
        Object object = step.object();
        Class<?> type = object.getClass();
        if (object instanceof Object[] array) {
            Arrays.stream(array).forEach(value -> open.push(new Step(value, step.path() + "[]")));
        } else if (object instanceof Iterable<?> all && type.getName().startsWith("java.")) {
            all.forEach(value -> open.push(new Step(value, step.path() + "[]")));
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                open.push(new Step(key, step.path() + ".key"));
                open.push(new Step(value, step.path() + "{}"));
            });
        } else if (object instanceof com.github.benmanes.caffeine.cache.Cache<?, ?> cache) {
            open.push(new Step(cache.asMap(), step.path()));
        } else if (!type.isPrimitive() && !type.getName().startsWith("java.") && !type.isArray()) {
            for (Class<?> part = type; part != null && part != Object.class; part = part.getSuperclass()) {
                Arrays.stream(part.getDeclaredFields()).forEach(field -> push(field, step, open));
            }
        }
    }

    private static void push(Field field, Step step, Deque<Step> open) {
        if (Modifier.isStatic(field.getModifiers())
                || field.getType().isPrimitive()
                || field.getDeclaringClass().getModule().isNamed()) {
            return;
        }
        try {
            field.setAccessible(true);
            open.push(new Step(field.get(step.object()), step.path() + "." + field.getName()));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
