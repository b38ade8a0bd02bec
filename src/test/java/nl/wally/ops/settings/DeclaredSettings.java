package nl.wally.ops.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** The settings {@code wally.…} as the code has them: the components of each record that is bound to some. */
final class DeclaredSettings {
    private static final Map<Class<?>, String> TYPES = Map.of(
            Duration.class, "duration",
            DataSize.class, "size",
            Path.class, "path",
            URI.class, "address",
            String.class, "text");

    private DeclaredSettings() {}

    /** Each with its key in kebab case, in the order of the alphabet. */
    static Map<String, Declared> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, Declared> found = new TreeMap<>();
        scanner.findCandidateComponents("nl.wally").stream()
                .map(bean -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(bean.getBeanClassName()), DeclaredSettings.class.getClassLoader()))
                .forEach(type -> collect(
                        type.getAnnotation(ConfigurationProperties.class).value(), type, found));
        return found;
    }

    private static void collect(String prefix, Class<?> type, Map<String, Declared> found) {
        RecordComponent[] components = type.getRecordComponents();
        for (int place = 0; place < components.length; place++) {
            RecordComponent component = components[place];
            String key = prefix + "." + kebab(component.getName());
            if (component.getType().isRecord()) {
                collect(key, component.getType(), found);
            } else {
                found.put(key, declared(component, parameter(type, place)));
            }
        }
    }

    private static Declared declared(RecordComponent component, AnnotatedElement parameter) {
        DefaultValue preset = parameter.getAnnotation(DefaultValue.class);
        return new Declared(
                name(component.getType()) + range(parameter), preset == null ? "" : String.join(",", preset.value()));
    }

    /** Where the compiler leaves every annotation of a component, also one that is meant for fields or parameters only. */
    private static AnnotatedElement parameter(Class<?> owner, int place) {
        return Arrays.stream(owner.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == owner.getRecordComponents().length)
                .findFirst()
                .orElseThrow()
                .getParameters()[place];
    }

    private static String name(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isEnum() && type.getPackageName().startsWith("nl.wally")) {
            return Arrays.stream(type.getEnumConstants())
                    .map(value -> value.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "list";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "number" : TYPES.getOrDefault(type, "name");
    }

    private static String range(AnnotatedElement of) {
        Min least = of.getAnnotation(Min.class);
        Max most = of.getAnnotation(Max.class);
        DurationMin shortest = of.getAnnotation(DurationMin.class);
        DurationMax longest = of.getAnnotation(DurationMax.class);
        return bound(", at least ", least == null ? "" : Long.toString(least.value()))
                + bound(", at most ", most == null ? "" : Long.toString(most.value()))
                + bound(", at least ", shortest == null ? "" : time(shortest))
                + bound(", at most ", longest == null ? "" : time(longest));
    }

    private static String bound(String words, String value) {
        return value.isEmpty() ? "" : words + value;
    }

    private static String time(DurationMin of) {
        return time(Duration.ofDays(of.days())
                .plusHours(of.hours())
                .plusMinutes(of.minutes())
                .plusSeconds(of.seconds())
                .plusMillis(of.millis()));
    }

    private static String time(DurationMax of) {
        return time(Duration.ofDays(of.days())
                .plusHours(of.hours())
                .plusMinutes(of.minutes())
                .plusSeconds(of.seconds())
                .plusMillis(of.millis()));
    }

    private static String time(Duration of) {
        if (of.isZero()) {
            return "0s";
        }
        if (of.toMillis() % 1000 != 0) {
            return of.toMillis() + "ms";
        }
        long seconds = of.toSeconds();
        return seconds % 86_400 == 0
                ? seconds / 86_400 + "d"
                : seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /**
     * What the code says of a setting.
     *
     * @param type in words, with what is allowed
     * @param preset its default; empty when it has none
     */
    record Declared(String type, String preset) {}
}
