package nl.wally.conformance;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.conformance.profile.ProfileUtilities;
import org.hl7.fhir.r5.context.ContextUtilities;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.utilities.Utilities;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a resource, as HAPI has parsed it, the elements that the validator works on, without writing it down and parsing
 * it again. Elements made this way have no lines. Not thread-safe.
 */
class Elements {
    private final IWorkerContext context;
    private final ProfileUtilities profiles;
    private final ContextUtilities types;

    Elements(IWorkerContext context, ProfileUtilities profiles) {
        this.context = context;
        this.profiles = profiles;
        this.types = new ContextUtilities(context);
    }

    /**
     * Empty where it takes the text that HAPI writes: for an id that is not yet one, narrative, other resources within,
     * objects referred to, and halves of extensions.
     */
    Optional<Element> of(Resource resource) {
        String type = resource.fhirType();
        String id = resource.getIdElement().getValue();
        if (id != null && id.startsWith("urn:")) {
            return Optional.empty();
        }
        var definition = Objects.requireNonNull(context.fetchTypeDefinition(type), () -> "No definition of " + type);
        var root = new org.hl7.fhir.r5.elementmodel.Property(
                context, definition.getSnapshot().getElementFirstRep(), definition, profiles, types);
        var element = new Element(type, root).setFormat(FhirFormat.JSON);
        element.setType(type);
        element.setPath(type);
        if (!fill(element, resource)) {
            return Optional.empty();
        }
        element.numberChildren();
        return Optional.of(element);
    }

    /** Whether everything could be taken over. */
    private static boolean fill(Element element, Base source) {
        List<org.hl7.fhir.r5.elementmodel.Property> properties =
                element.getProperty().getChildProperties(element.getName(), null);
        int next = 0;
        for (Property child : source.children()) {
            if (!child.hasValues()) {
                continue;
            }
            // Both lists have the order of the definition.
            while (next < properties.size() && !properties.get(next).getName().equals(child.getName())) {
                next++;
            }
            if (next == properties.size() || !add(element, properties.get(next), child, source)) {
                return false;
            }
        }
        return true;
    }

    private static boolean add(
            Element parent, org.hl7.fhir.r5.elementmodel.Property property, Property child, Base source) {
        String path = parent.getPath() + "." + property.getName();
        int index = 0;
        for (Base value : child.getValues()) {
            if (value.isResource() || isSaidByTextOnly(value)) {
                return false;
            }
            String name = property.getName().endsWith("[x]")
                    ? property.getName().replace("[x]", Utilities.capitalize(value.fhirType()))
                    : property.getName();
            var element = new Element(name, property).setFormat(FhirFormat.JSON);
            // Otherwise it is worked out from the definition each time the validator asks for it, dozens of times.
            element.setType(property.getType(name));
            element.setPath(property.isList() ? path + "[" + index + "]" : path);
            element.setValue(value.isPrimitive() ? text(value, source) : null);
            if (hasChildren(value) && !fill(element, value)) {
                return false;
            }
            // Nothing is not written.
            if (element.hasValue() || element.hasChildren()) {
                parent.getChildren().add(element);
                index++;
            }
        }
        return true;
    }

    /** Most primitive values have neither id nor extension, so that there is no need to look. */
    private static boolean hasChildren(Base value) {
        return !(value instanceof PrimitiveType<?> primitive) || primitive.hasId() || primitive.hasExtension();
    }

    /** Of an id that the server has completed only the id itself is written, of a reference no version, of blanks nothing. */
    private static @Nullable String text(Base value, Base source) {
        if (source instanceof Resource && value instanceof IdType id) {
            return id.getIdPart();
        }
        String text = value.primitiveValue();
        if (text != null && text.isBlank()) {
            return null;
        }
        int version = source instanceof Reference && text != null ? text.indexOf("/_history/") : -1;
        return version == -1 ? text : text.substring(0, version);
    }

    /** Narrative is parsed again, an object referred to has to be named, and of half an extension not everything is written. */
    private static boolean isSaidByTextOnly(Base value) {
        if (value instanceof Extension extension) {
            return !extension.hasUrl() || !extension.hasValue() && !extension.hasExtension();
        }
        return value instanceof Narrative
                || value instanceof Reference reference
                        && reference.getResource() != null
                        && !reference.hasReferenceElement();
    }
}
