package nl.wally.access.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the clients out of YAML, of which JSON is a part. A word that is not known is a fault, not a remark. */
final class ClientsText {
    private static final ObjectMapper ENTRIES = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ClientsText() {}

    /**
     * The clients in this text, each of them without fault.
     *
     * @throws ClientsFileException when there is any
     */
    static List<ClientEntry> read(String text, ClientEntryRules.Known known) {
        List<ClientEntry> clients = entries(text);
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < clients.size(); index++) {
            ClientEntry client = clients.get(index);
            if (client == null) {
                throw new ClientsFileException("client " + (index + 1) + ": it is empty");
            }
            String which = "client " + (index + 1) + (client.id() == null ? "" : " (" + client.id() + ")") + ": ";
            ClientEntryRules.fault(client, known).ifPresent(fault -> {
                throw new ClientsFileException(which + fault);
            });
            if (!ids.add(String.valueOf(client.id()))) {
                throw new ClientsFileException(which + "its id is that of an earlier client");
            }
        }
        return clients;
    }

    private static List<ClientEntry> entries(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            var all = ENTRIES.convertValue(new Yaml(new SafeConstructor(options)).load(text), ClientEntry.All.class);
            if (all == null || all.clients() == null) {
                throw new ClientsFileException("it has no list named clients");
            }
            return all.clients();
        } catch (MarkedYAMLException unreadable) {
            var place = unreadable.getProblemMark();
            throw new ClientsFileException(
                    "it is not YAML or JSON" + (place == null ? "" : ", line " + (place.getLine() + 1)));
        } catch (YAMLException unreadable) {
            throw new ClientsFileException("it is not YAML or JSON");
        } catch (IllegalArgumentException unknown) {
            throw new ClientsFileException("not understood: " + path(unknown.getCause()));
        }
    }

    private static String path(@Nullable Throwable cause) {
        return cause instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "its form";
    }
}
