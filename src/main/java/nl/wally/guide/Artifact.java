package nl.wally.guide;

import nl.wally.guide.Outline.Link;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * One resource of the guide: a definition, an example, or a message that is refused on purpose.
 *
 * @param description in Markdown; empty when there is none
 * @param json as it is published, pretty
 */
record Artifact(Kind kind, Resource resource, String title, String description, String json) {
    /** The kinds, in the order in which they are listed. */
    enum Kind {
        PROFILE("Profiles", "What a message must look like."),
        EXTENSION("Extensions", "Elements that FHIR R4 lacks."),
        OPERATION("Operations", "Operations beyond read, search and write."),
        CAPABILITY("Capability statements", "What the server offers, and what each system does."),
        SEARCH_PARAMETER("Search parameters", "Search parameters beyond those of FHIR R4."),
        FORM("Forms", "Questionnaires that the server publishes."),
        VALUE_SET("Value sets", "Which codes fit where."),
        CODE_SYSTEM("Code systems", "Our own codes, in Dutch and English."),
        CONCEPT_MAP("Concept maps", "Our codes in the words of other guides."),
        EXAMPLE("Examples", "The story of Thea, step by step, and the demo region."),
        COUNTER_EXAMPLE(
                "Counter-examples", "Messages that each break one rule, and are refused with one named problem."),
        OTHER("The guide itself", "What the package says of itself.");

        private final String title;
        private final String about;

        Kind(String title, String about) {
            this.title = title;
            this.about = about;
        }

        String title() {
            return title;
        }

        String about() {
            return about;
        }

        /** The id of its section on the page of all artifacts. */
        String anchor() {
            return "all-" + Markdown.id(title);
        }

        boolean isDefinition() {
            return this != EXAMPLE && this != COUNTER_EXAMPLE;
        }
    }

    /** Type and id, the first part of the names of its files. */
    String name() {
        return resource.fhirType() + "-" + resource.getIdElement().getIdPart();
    }

    /** The type that it is about: of a profile the type that it profiles. */
    String type() {
        return resource instanceof StructureDefinition definition ? definition.getType() : resource.fhirType();
    }

    String page() {
        return name() + ".html";
    }

    Link link() {
        return new Link(page(), title);
    }
}
