package nl.wally.directory;

import static nl.wally.shared.Words.words;

import java.util.Set;
import nl.wally.conformance.Concepts;
import nl.wally.people.Room;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Language;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Who may open which page of the directory. What somebody may change there, the API decides. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfig {
    static final String DIRECTORY = "/directory";
    static final String EDIT = "/directory/edit";
    static final String IMPORT = "/directory/import";
    static final String EXPORT = "/directory/export";

    @Bean
    @Order(6)
    Room directoryRoom() {
        return new Room(DIRECTORY, Set.of(Capacity.SOCIAL_WORKER, Capacity.COORDINATOR), words("Directory of offers"));
    }

    /** These come before the page of an offer, whose path they would fit. */
    @Bean
    @Order(6)
    Room offerEditingRoom() {
        return new Room(EDIT + "/**", Set.of(Capacity.COORDINATOR));
    }

    @Bean
    @Order(6)
    Room offerImportRoom() {
        return new Room(IMPORT + "/**", Set.of(Capacity.COORDINATOR));
    }

    @Bean
    @Order(6)
    Room offerExportRoom() {
        return new Room(EXPORT, Set.of(Capacity.COORDINATOR));
    }

    @Bean
    @Order(7)
    Room offerRoom() {
        return new Room(DIRECTORY + "/*", Set.of(Capacity.SOCIAL_WORKER, Capacity.COORDINATOR));
    }

    @Bean
    OfferRules offerRules(Concepts concepts) {
        return new OfferRules(
                new LifeAreas(Directory.areas(concepts, Language.DUTCH), Directory.areas(concepts, Language.ENGLISH)));
    }
}
