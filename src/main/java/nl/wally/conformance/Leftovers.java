package nl.wally.conformance;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r5.context.ContextUtilities;
import org.hl7.fhir.validation.BaseValidator;
import org.hl7.fhir.validation.codesystem.CodingsObserver;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * What an {@link InstanceValidator} keeps of the resources that it has seen: some of it until the next one comes, some for
 * ever, a few hints so that they are given only once. All of it is emptied between two resources.
 */
final class Leftovers {
    private static final List<Field> OF_THE_VALIDATOR = Stream.concat(
                    fields(BaseValidator.class, "trackedMessages", "messagesToRemove", "statusWarnings"),
                    fields(
                            InstanceValidator.class,
                            "fetchCache",
                            "resourceTracker",
                            "xhtmlElementMap",
                            "crLookups",
                            "textsToCheck",
                            "textsToCheckKeys"))
            .toList();
    private static final Field OBSERVER = field(InstanceValidator.class, "codingObserver");
    private static final Field CODINGS = field(CodingsObserver.class, "list");
    private static final Field UTILITIES = field(BaseValidator.class, "cu");
    private static final Field OIDS = field(ContextUtilities.class, "oidCache");

    private final List<Object> kept;

    Leftovers(InstanceValidator validator) {
        kept = Stream.concat(
                        OF_THE_VALIDATOR.stream().map(field -> value(field, validator)),
                        Stream.of(value(CODINGS, value(OBSERVER, validator)), value(OIDS, value(UTILITIES, validator))))
                .toList();
    }

    /** Empties everything. */
    void forget() {
        for (Object what : kept) {
            if (what instanceof Map<?, ?> map) {
                map.clear();
            } else {
                ((Collection<?>) what).clear();
            }
        }
    }

    private static Stream<Field> fields(Class<?> type, String... names) {
        return Stream.of(names).map(name -> field(type, name));
    }

    private static Field field(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException changed) {
            throw new IllegalStateException(
                    "This version of the validator keeps what it has seen elsewhere than in " + type.getSimpleName()
                            + "." + name + ": see ADR 7",
                    changed);
        }
    }

    private static Object value(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field + " was made accessible", impossible);
        }
    }
}
