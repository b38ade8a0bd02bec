package nl.wally.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wally.ops.Setting.Source;
import nl.wally.shared.StartRefusedException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Refuses to start with weak settings ({@link SettingsRules}), before a database is opened or a port. */
@Configuration(proxyBeanMethods = false)
class SettingsConfig {
    private static final Pattern FILE_OF_A_SECRET = Pattern.compile(".*(key|secret|password)file");
    private static final Pattern OURS =
            Pattern.compile("(wally|spring|server|logging|management)[._]", Pattern.CASE_INSENSITIVE);

    @Bean
    static BeanFactoryPostProcessor settingsCheck(ConfigurableEnvironment environment) {
        return beans -> {
            List<Weakness> weaknesses = SettingsRules.weaknesses(settings(environment));
            if (!weaknesses.isEmpty()) {
                throw new StartRefusedException(
                        joined(weaknesses.stream().map(Weakness::problem).toList()),
                        joined(weaknesses.stream()
                                .map(Weakness::remedy)
                                .distinct()
                                .toList()));
            }
        };
    }

    private static String joined(List<String> sentences) {
        return sentences.stream().collect(Collectors.joining(System.lineSeparator()));
    }

    /** Each setting once, as the first source has it that knows it. */
    private static List<Setting> settings(ConfigurableEnvironment environment) {
        Map<String, Setting> found = new LinkedHashMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> named) {
                for (String name : named.getPropertyNames()) {
                    String value = value(environment, named, name);
                    Setting setting = new Setting(name, value, place(named, name, value));
                    found.putIfAbsent(setting.name(), setting);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** What is none of ours stays as it is: a shell may well keep a placeholder in its environment that nobody knows. */
    private static String value(ConfigurableEnvironment environment, EnumerablePropertySource<?> source, String name) {
        return OURS.matcher(name).lookingAt()
                ? environment.getProperty(name, "")
                : String.valueOf(source.getProperty(name));
    }

    private static Source place(EnumerablePropertySource<?> source, String name, String value) {
        try {
            if (value.startsWith("file:")
                    || FILE_OF_A_SECRET.matcher(Setting.canonical(name)).matches()) {
                return isOpen(Path.of(value.replaceFirst("^file:", ""))) ? Source.OPEN_FILE : Source.KEPT;
            }
            // What a JVM is given with -D stands on its command line too.
            if (source instanceof CommandLinePropertySource
                    || source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
                            && OURS.matcher(name).lookingAt()) {
                return Source.COMMAND_LINE;
            }
            Origin origin = OriginLookup.getOrigin(source, name);
            return origin instanceof TextResourceOrigin text
                            && text.getResource() != null
                            && text.getResource().isFile()
                            && isOpen(text.getResource().getFile().toPath())
                    ? Source.OPEN_FILE
                    : Source.KEPT;
        } catch (IOException | InvalidPathException gone) {
            // Who needs the file says better than this that it is not there.
            return Source.KEPT;
        }
    }

    private static boolean isOpen(Path file) throws IOException {
        return Files.exists(file)
                && Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    }
}
