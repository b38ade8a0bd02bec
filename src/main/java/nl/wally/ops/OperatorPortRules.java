package nl.wally.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What would open more of Actuator than health and metrics, or open it to everybody. */
final class OperatorPortRules {
    private static final Set<String> HARMLESS = Set.of("health", "prometheus");
    private static final Set<String> SHUT = Set.of("none", "false");
    private static final Pattern EXPOSED = Pattern.compile("management\\.endpoints\\.(web|jmx)\\.exposure\\.include.*");
    private static final Pattern ACCESS = Pattern.compile(
            "management\\.endpoint(?:s|\\.(\\w+))\\.(access\\.default|enabledbydefault|access|enabled)");

    private OperatorPortRules() {}

    static List<Weakness> weaknesses(List<Setting> settings) {
        List<Weakness> found = new ArrayList<>();
        Map<String, String> values = settings.stream()
                .collect(Collectors.toMap(
                        Setting::name, setting -> setting.value().strip(), (first, later) -> first));
        String port = values.get("management.server.port");
        boolean same = port != null
                && (port.isEmpty() || !port.equals("0") && port.equals(values.getOrDefault("server.port", "8080")));
        if (same) {
            found.add(new Weakness(
                    "management.server.port is the port of the application: metrics would be open to everybody.",
                    "Give it a port of its own that only the operator reaches, or -1 for none."));
        }
        settings.stream().flatMap(OperatorPortRules::opened).forEach(found::add);
        return found;
    }

    private static Stream<Weakness> opened(Setting setting) {
        Matcher access = ACCESS.matcher(setting.name());
        Stream<String> endpoints = Stream.empty();
        if (EXPOSED.matcher(setting.name()).matches()) {
            endpoints = Stream.of(setting.value().split(",")).map(String::strip).filter(name -> !name.isEmpty());
        } else if (access.matches() && !SHUT.contains(setting.value().strip().toLowerCase(java.util.Locale.ROOT))) {
            endpoints = Stream.of(access.group(1) == null ? "*" : access.group(1));
        }
        return endpoints
                .filter(endpoint -> !HARMLESS.contains(endpoint))
                .map(endpoint -> new Weakness(
                        setting.name() + " opens " + (endpoint.equals("*") ? "all endpoints" : "endpoint " + endpoint)
                                + ": settings, memory and requests with people in them can be read there.",
                        "Leave it out: only health and prometheus are for the operator's port."));
    }
}
